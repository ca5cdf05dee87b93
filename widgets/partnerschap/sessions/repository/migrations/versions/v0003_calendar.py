"""What names the entries of a plan in a calendar, and the days that its actions had."""

from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Draw a name for each team, and note the days that there are."""
    op.add_column("teams", sa.Column("calendar", sa.Text, server_default="", nullable=False))
    teams = sa.table("teams", sa.column("id", sa.Integer), sa.column("calendar", sa.Text))
    connection = op.get_bind()
    for team_id in connection.execute(sa.select(teams.c.id)).scalars().all():
        named = sa.update(teams).where(teams.c.id == team_id).values(calendar=uuid4().hex)
        connection.execute(named)
    op.create_table(
        "calendar_entries",
        sa.Column("action_id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("session_id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("action_id", name="pk_calendar_entries"),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name="fk_calendar_entries_session_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_calendar_entries_session_id", "calendar_entries", ["session_id"])
    now = datetime.now(UTC)
    # As `UtcDateTime` writes it: SQLite keeps no time zone.
    moment = now.replace(tzinfo=None) if connection.dialect.name == "sqlite" else now
    connection.execute(
        sa.text(
            "INSERT INTO calendar_entries (action_id, session_id, day, version, changed_at)"
            " SELECT id, session_id, due, version, :now FROM actions WHERE due IS NOT NULL"
        ).bindparams(sa.bindparam("now", moment, sa.DateTime(timezone=True)))
    )


def downgrade() -> None:
    """Take them away; a later upgrade draws other names."""
    op.drop_table("calendar_entries")
    op.drop_column("teams", "calendar")
