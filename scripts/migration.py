"""`python -m scripts.migration "what changes"`: the next migration, from what the models say now and the last one did not."""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate.api import AutogenContext

from course_builder.database.base import Base, Moment
from course_builder.database.migrate import VERSIONS, configured, up_to_date
from course_builder.database.store import Database

PACKAGE = VERSIONS.parent.parent.parent


def everybodys_tables() -> None:
    """Puts the tables of every room into `Base.metadata`."""
    for file in sorted(PACKAGE.rglob("models.py")):
        import_module(".".join(("course_builder", *file.relative_to(PACKAGE).with_suffix("").parts)))


def write(message: str) -> Path:
    """Compared with an empty SQLite database at the newest level; read it before you commit it."""
    everybodys_tables()
    number = f"{len(list(VERSIONS.glob('[0-9]*.py'))) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/empty.sqlite")
        up_to_date(database)
        with database.writer.begin() as connection:
            config = configured(connection)
            config.attributes |= {"tables": Base.metadata, "render": plain}
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            made = command.revision(config, message, autogenerate=True, rev_id=number)
        database.close()
    return Path(str(made.path))  # type: ignore[union-attr]


def plain(kind: str, thing: Any, context: AutogenContext) -> str | bool:
    """A migration knows no types of ours: they may change, and it may not."""
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    return False


if __name__ == "__main__":
    print(write(sys.argv[1]))
