"""`INSERT … ON CONFLICT DO NOTHING`, which both databases say in the same words."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def insert_new(session: Session, table: Any) -> sqlite.Insert | postgresql.Insert:
    """An insert that does nothing when a unique constraint would be broken."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()
