"""Alembic's door: it runs inside the transaction that `statuquo.store.opening` holds."""

from alembic import context

from statuquo.store.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    # SQLite alters a column by copying its table, which Alembic calls a batch.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
