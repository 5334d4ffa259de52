"""A course that is written in the region: an own draft with one lesson and a film discussion beside it."""

from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft, files, text
from course_builder.library.drafts.saving import Content, create, save
from tests.content.trees import BASE
from tests.web.region import MONDAY, Region

COURSE = "skrivkurs"
LESSON = "ett.md"


def drafted(region: Region, group: str | None = "north", name: str = COURSE) -> int:
    """Its id; the group `north` is the trainer's."""
    own = {path: str(data) for path, data in BASE.items() if "/" not in path}
    with region.database.writing() as session:
        group_id = region.groups[group] if group else None
        return create(session, Kind.COURSE, name, own, group_id, None, MONDAY).id


def change(
    region: Region, changes: dict[str, Content | None], name: str = COURSE, kind: Kind = Kind.COURSE
) -> None:
    with region.database.writing() as session:
        known = draft(session, kind, name)
        assert known is not None
        save(session, known, changes, known.head, Verb.EDITED, "", None, MONDAY)


def held(region: Region, name: str = COURSE, kind: Kind = Kind.COURSE) -> dict[str, str]:
    with region.database.reading() as session:
        known = draft(session, kind, name)
        assert known is not None
        return files(session, known)


def written(region: Region, path: str, name: str = COURSE, kind: Kind = Kind.COURSE) -> str:
    with region.database.reading() as session:
        known = draft(session, kind, name)
        assert known is not None
        return text(session, known, path) or ""
