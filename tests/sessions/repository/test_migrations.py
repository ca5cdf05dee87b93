"""Migrations lead to the tables that the code expects, and back."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, inspect, text

from partnerschap.sessions.repository import PlannedAction, Store, StoreError, Team, Transaction
from partnerschap.sessions.repository.migrating import NEWEST, configuration
from partnerschap.sessions.repository.tables import METADATA


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


def test_a_plan_of_the_first_version_has_just_been_chosen(bare_database_url: str) -> None:
    """And it goes back without what the first version did not know."""
    store = Store(bare_database_url)
    store.migrate()

    def to_version(version: str, *statements: str) -> None:
        def work(transaction: Transaction) -> None:
            command.downgrade(configuration(transaction.connection), version)
            for statement in statements:
                transaction.connection.execute(text(statement))

        store.write(work)

    to_version(
        "0001",
        "INSERT INTO teams (id, token_hash, label, sector, language, demo, created_at)"
        " VALUES (1, 'x', '', 'school', 'nl', false, '2026-01-01')",
        "INSERT INTO sessions (id, team_id, round, code, instrument, content_version, roles,"
        " own_items, min_group, retention_days, together, state, step, version, opened_at,"
        " purge_after) VALUES (1, 1, 1, 'ABC', 'kort', '1', '[]', '[]', 5, 30, false,"
        " 'planned', '', 1, '2026-01-01', '2026-04-01')",
        "INSERT INTO teams (id, token_hash, label, sector, language, demo, created_at)"
        " VALUES (2, 'y', '', 'school', 'nl', false, '2026-01-01')",
        "INSERT INTO actions (id, session_id, key, text, owner, version)"
        " VALUES (7, 1, 'k', 'Bel', 'MB', 3)",
        "INSERT INTO actions (id, session_id, key, text, owner, version, due)"
        " VALUES (8, 1, 'l', 'Mail', 'MB', 2, '2026-05-01')",
    )
    before = datetime.now(UTC)
    store.migrate()
    (entry,) = store.read(lambda transaction: transaction.calendar_entries(1))
    assert (entry.action_id, entry.day, entry.version) == (8, date(2026, 5, 1), 2)
    assert before <= entry.changed_at <= datetime.now(UTC)
    teams = store.read(lambda transaction: (transaction.team(1), transaction.team(2)))
    names = {team.calendar for team in teams if team}
    assert len(names) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", name) for name in names)
    kept, _ = store.read(lambda transaction: transaction.actions(1))
    assert kept == PlannedAction(7, None, None, "Bel", "MB", None, 3)
    to_version("0001")
    columns = store.read(lambda transaction: inspect(transaction.connection).get_columns("actions"))
    assert "state" not in {str(column["name"]) for column in columns}
    store.migrate()
    assert store.read(lambda transaction: transaction.actions(1))[0] == kept


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
        "import sys; from partnerschap.sessions.repository import Store;"
        "Store(sys.argv[1]).migrate();"
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
