"""What Alembic runs. The connection, in a transaction already, and the tables come from who called it."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("tables"),
    render_as_batch=True,
    compare_type=True,
    render_item=given.get("render"),
)
context.run_migrations()
