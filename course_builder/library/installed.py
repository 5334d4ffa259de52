"""Which opened courses and which media store belong to a database: readers and writers of one place share them."""

from weakref import WeakKeyDictionary

from sqlalchemy import Engine, make_url

from course_builder.library.opened import OpenedCourses
from course_builder.library.store import MediaStore

_by_place: dict[str, OpenedCourses] = {}
_by_engine: WeakKeyDictionary[Engine, OpenedCourses] = WeakKeyDictionary()


class NoMediaStore(RuntimeError):
    """The process has not said where the media of this database are; a fault of the program."""


def install(engine: Engine, store: MediaStore) -> OpenedCourses:
    """From now on the media of this database are in the store. Saying it again changes nothing."""
    found = _by_place.get(_place(engine))
    if found is None or found.store != store:
        found = _by_place[_place(engine)] = OpenedCourses(store)
        _by_engine.clear()
    return found


def installed(engine: Engine) -> OpenedCourses:
    found = _by_engine.get(engine)
    if found is None:
        found = _by_place.get(_place(engine))
        if found is None:
            raise NoMediaStore(engine.url.render_as_string())
        _by_engine[engine] = found
    return found


def _place(engine: Engine) -> str:
    url = make_url(engine.url)
    return f"{url.host}:{url.port}/{url.database}"
