"""Migrations lead to the tables that the code expects, and back."""

import subprocess
import sys
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, inspect, text

from partnerschap.store import Store, StoreError, Team, Transaction
from partnerschap.store.migrating import NEWEST, configuration
from partnerschap.store.tables import METADATA


def tables(transaction: Transaction) -> set[str]:
    return set(inspect(transaction.connection).get_table_names()) - {"alembic_version"}


def test_the_migrations_lead_to_the_tables(store: Store) -> None:
    def differences(transaction: Transaction) -> list[Any]:
        context = MigrationContext.configure(
            transaction.connection, opts={"compare_server_default": True}
        )
        return list(compare_metadata(context, METADATA))

    assert store.read(differences) == []


def test_the_migrations_lead_to_the_constraints(store: Store) -> None:
    """Alembic does not compare these."""

    def names(transaction: Transaction) -> set[str | None]:
        inspector = inspect(transaction.connection)
        return {
            constraint["name"]
            for table in METADATA.tables
            for constraint in inspector.get_check_constraints(table)
        }

    assert store.read(names) == {
        str(constraint.name)
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }


def test_up_down_and_up_again(bare_database_url: str) -> None:
    store = Store(bare_database_url)
    for _ in range(2):
        store.migrate()
        assert store.read(tables) == set(METADATA.tables)
        store.write(
            lambda transaction: command.downgrade(configuration(transaction.connection), "base")
        )
        assert store.read(tables) == set()
    store.migrate()
    assert store.read(tables) == set(METADATA.tables)


def test_the_newest_migration_is_the_one_that_is_named(store: Store) -> None:
    script = store.read(
        lambda transaction: ScriptDirectory.from_config(configuration(transaction.connection))
    )
    assert script.get_heads() == [NEWEST]


def test_migrating_again_keeps_what_is_there(store: Store, team: Team) -> None:
    store.migrate()
    assert store.read(lambda transaction: transaction.team(team.id)) == team


def test_nothing_slow_is_imported_when_there_is_nothing_to_do(database_url: str) -> None:
    code = (
        "import sys; from partnerschap.store import Store; Store(sys.argv[1]).migrate();"
        "print('alembic' in sys.modules)"
    )
    command_line = [sys.executable, "-c", code, database_url]
    assert subprocess.check_output(command_line, text=True) == "False\n"


def test_a_schema_of_a_newer_version_is_left_alone(store: Store) -> None:
    newer = text("UPDATE alembic_version SET version_num = '9999'")
    store.write(lambda transaction: transaction.connection.execute(newer).close())
    with pytest.raises(StoreError) as caught:
        store.migrate()
    assert caught.value.reason == "unavailable"
    assert store.read(tables) == set(METADATA.tables)
