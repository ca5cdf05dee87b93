"""Schema migrations by Alembic: from an older schema, or none, to the newest.

Alembic is imported only where there is something to do.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from partnerschap.sessions.repository.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0003"
"""The last migration in ``migrations/versions``."""

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 0x6F75646572  # any number, as long as nobody else takes it


def is_newest(connection: Connection) -> bool:
    """Tell whether there is nothing to do."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return versions == [NEWEST]


def upgrade(connection: Connection) -> None:
    """Bring the schema up to date, within the transaction of this connection.

    Raises
    ------
    StoreError
        ``unavailable``: the schema is not one of ours, or of a newer version of the program.
    """
    if connection.dialect.name == "postgresql":  # on SQLite only one writes at a time
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if is_newest(connection):
        return
    from alembic import command  # noqa: PLC0415 - takes long to import
    from alembic.util import CommandError  # noqa: PLC0415

    try:
        command.upgrade(configuration(connection), "head")
    except CommandError as error:
        raise StoreError("unavailable") from error


def configuration(connection: Connection) -> "Config":
    """Configure Alembic for a connection on which a transaction has begun."""
    from alembic.config import Config  # noqa: PLC0415 - takes long to import

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config
