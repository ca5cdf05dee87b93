"""Team sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "teams",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("sector", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
        sa.UniqueConstraint("token_hash", name="uq_teams_token_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("team_id", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("instrument", sa.Text, nullable=False),
        sa.Column("content_version", sa.Text, nullable=False),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("own_items", sa.JSON, nullable=False),
        sa.Column("min_group", sa.Integer, nullable=False),
        sa.Column("retention_days", sa.Integer, nullable=False),
        sa.Column("together", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purge_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("purged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.ForeignKeyConstraint(
            ["team_id"], ["teams.id"], name="fk_sessions_team_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("team_id", "round", name="uq_sessions_team_id_round"),
        sa.UniqueConstraint("code", name="uq_sessions_code"),
        sa.CheckConstraint(
            "state IN ('open', 'closed', 'discussion', 'planned', 'archived')",
            name=op.f("ck_sessions_state"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "participants",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("session_id", sa.Integer, nullable=False),
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("batch", sa.Text, nullable=True),
        sa.Column("finished", sa.Boolean, server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participants"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_participants_session_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint(
            "session_id", "token_hash", name="uq_participants_session_id_token_hash"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "answers",
        sa.Column("participant_id", sa.Integer, nullable=False),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("participant_id", "moment", "item", name="pk_answers"),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name="fk_answers_participant_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("moment IN ('now', 'then')", name=op.f("ck_answers_moment")),
        sa.CheckConstraint("value IN (-2, -1, 1, 2, 3, 4, 5)", name=op.f("ck_answers_value")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "votes",
        sa.Column("participant_id", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("participant_id", "item", name="pk_votes"),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name="fk_votes_participant_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("value BETWEEN 1 AND 3", name=op.f("ck_votes_value")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "joint_scores",
        sa.Column("session_id", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "item", name="pk_joint_scores"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_joint_scores_session_id", ondelete="CASCADE"
        ),
        sa.CheckConstraint("value IN (-2, -1, 1, 2, 3, 4, 5)", name=op.f("ck_joint_scores_value")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("session_id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=True),
        sa.Column("action", sa.Text, nullable=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_actions_session_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("session_id", "key", name="uq_actions_session_id_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "wrong_codes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_codes"),
    )
    op.create_index("ix_wrong_codes_at", "wrong_codes", ["at"])


def downgrade() -> None:
    """Take the tables away, with all that is in them."""
    for table in (
        "wrong_codes",
        "actions",
        "joint_scores",
        "votes",
        "answers",
        "participants",
        "sessions",
        "teams",
    ):
        op.drop_table(table)
