"""What Alembic runs: the steps, inside the transaction of the connection that it was given."""

from alembic import context

from partnerschap.sessions.repository.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,  # SQLite can, when it is told to begin, as our connections are
)
with context.begin_transaction():
    context.run_migrations()
