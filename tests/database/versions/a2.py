"""The second: on SQLite the table is rebuilt, and what points at it must survive."""

import sqlalchemy as sa
from alembic import op

revision = "a2"
down_revision = "a1"


def upgrade() -> None:
    with op.batch_alter_table("place") as table:
        table.alter_column("name", new_column_name="title", existing_type=sa.String(20), nullable=False)
        table.add_column(sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("ix_body_place_id", "body", ["place_id"])
