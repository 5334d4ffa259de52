"""Statements that every request asks, given to the driver itself: the way through a session and a connection of
SQLAlchemy costs twenty times what the database needs for them. They are written as all others are, and compiled once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol, cast

from sqlalchemy import Connection, Dialect, Engine, Float
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql import ClauseElement
from sqlalchemy.types import TypeEngine

Row = tuple[Any, ...]
Change = Callable[[Any], Any] | None
"""What a value needs on its way in or out; None for most."""


class Cursor(Protocol):
    @property
    def rowcount(self) -> int: ...
    def fetchall(self) -> list[Row]: ...


class Driver(Protocol):
    """What the connections of `sqlite3` and `psycopg` have in common."""

    def execute(self, sql: str, values: Any = ..., /) -> Cursor: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...


class Straight(NamedTuple):
    """A connection of the driver's own."""

    driver: Driver
    dialect: Dialect

    @property
    def is_sqlite(self) -> bool:
        return self.dialect.name == "sqlite"


class Statement:
    """A statement of SQLAlchemy's core. `columns` are those of an insert, whose values come with each row."""

    def __init__(self, statement: ClauseElement, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, at: Straight, given: Mapping[str, Any]) -> list[Row]:
        compiled = self._of(at.dialect)
        found = compiled.run(at, given).fetchall()
        return [compiled.row(one) for one in found] if compiled.changed else found

    def first(self, at: Straight, given: Mapping[str, Any]) -> Row | None:
        found = self.rows(at, given)
        return found[0] if found else None

    def count(self, at: Straight, given: Mapping[str, Any]) -> int:
        """How many rows were written."""
        return self._of(at.dialect).run(at, given).rowcount

    def _of(self, dialect: Dialect) -> "_Compiled":
        made = self._compiled.get(dialect.name)
        if made is None:
            made = self._compiled[dialect.name] = _Compiled(self._statement, self._columns, dialect)
        return made


class _Compiled:
    """For one kind of database."""

    def __init__(self, statement: ClauseElement, columns: Sequence[str] | None, dialect: Dialect) -> None:
        made = cast("Any", statement.compile(dialect=dialect, column_keys=columns))
        binds = {name: bind for name, bind in made.binds.items() if name in made.params}
        self.sql = str(made)
        self._known = {name: bind.value for name, bind in binds.items() if not bind.required}
        self._order: Sequence[str] | None = made.positiontup
        self._named = [(name, _into(bind.type, dialect)) for name, bind in binds.items()]
        self._out = [_out_of(one.type, dialect) for one in getattr(statement, "exported_columns", ())]
        self.changed = any(self._out)

    def run(self, at: Straight, given: Mapping[str, Any]) -> Cursor:
        """Raises DBAPIError, as SQLAlchemy does, without what was given."""
        base = at.dialect.loaded_dbapi.Error
        try:
            return at.driver.execute(self.sql, self._values(given))
        except base as error:
            raise DBAPIError.instance(self.sql, None, error, base, hide_parameters=True) from error

    def _values(self, given: Mapping[str, Any]) -> Any:
        """As the driver wants them: in their order, or by name."""
        known = {**self._known, **given}
        made = {name: known[name] if change is None else change(known[name]) for name, change in self._named}
        return made if self._order is None else [made[name] for name in self._order]

    def row(self, found: Row) -> Row:
        return tuple(
            value if change is None else change(value) for value, change in zip(found, self._out, strict=True)
        )


def straight(session: Session) -> Straight:
    """The connection that the session is on, in its transaction."""
    return of_connection(session.connection())


def of_connection(connection: Connection) -> Straight:
    return Straight(cast("Driver", connection.connection.dbapi_connection), connection.dialect)


@contextmanager
def borrowed(engine: Engine) -> Iterator[Straight]:
    """A connection of the engine's; what is not committed is rolled back."""
    connection = engine.raw_connection()
    try:
        yield Straight(cast("Driver", connection.dbapi_connection), engine.dialect)
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        said = cast("Any", error.orig if isinstance(error, DBAPIError) else error)
        if engine.dialect.is_disconnect(said, connection.dbapi_connection, None):
            engine.dispose()  # the others lead nowhere either
        raise
    finally:
        connection.close()


def _into(kind: TypeEngine[Any], dialect: Dialect) -> Change:
    return cast("Change", kind.dialect_impl(dialect).bind_processor(dialect))


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> Change:
    if isinstance(kind, Float):
        return None  # both drivers give it as it is
    return cast("Change", kind.dialect_impl(dialect).result_processor(dialect, None))
