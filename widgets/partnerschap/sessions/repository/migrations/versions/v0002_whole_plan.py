"""The whole plan: first step, evidence, celebration, how it goes, and the months."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TEXTS = ("first_step", "evidence", "celebration", "reason", "months")


def upgrade() -> None:
    """Add the columns; what was planned before has just been chosen."""
    op.add_column("actions", sa.Column("area", sa.Text, nullable=True))
    for name in _TEXTS:
        op.add_column("actions", sa.Column(name, sa.Text, server_default="", nullable=False))
    # Written out: SQLite takes a constraint of an added column along only in its own definition,
    # and making the table anew would give ids away a second time.
    op.execute(
        "ALTER TABLE actions ADD COLUMN state TEXT DEFAULT 'chosen' NOT NULL"
        " CONSTRAINT ck_actions_state CHECK (state IN ('chosen', 'busy', 'done', 'stopped'))"
    )


def downgrade() -> None:
    """Take the columns away, with what is in them."""
    for name in (*_TEXTS, "area", "state"):
        op.drop_column("actions", name)
