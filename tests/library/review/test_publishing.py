"""Publishing remembers what was let stand and who stood for it; four eyes are looked for in the same transaction."""

from datetime import date
from pathlib import Path

import pytest

from course_builder.content.problems import Code, Place
from course_builder.content.sources import Source
from course_builder.database.store import Database
from course_builder.library.gather import gather
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import Change
from course_builder.library.ready import Ready, keep_media
from course_builder.library.releases import releases
from course_builder.library.review import approvals, warnings
from course_builder.library.review.publishing import NeedsEyes, Wish, publish
from tests.library.conftest import NOON
from tests.library.review.test_comments import course, person

LOOK = Code("link-vague", "warning", "Säger inget.", "Says nothing.")
SOURCES = {"ett.md": Source("ett.md", "# Ett\n\nLäs [här](a).\n\nOch [där](b).\n")}


@pytest.fixture
def ready(folder: Path, store: FolderStore) -> Ready:
    return keep_media(store, gather(folder, date(2026, 11, 21)))


def test_only_what_is_still_there_is_remembered(database: Database, store: FolderStore, ready: Ready) -> None:
    first, second = (LOOK.at(Place("ett.md", line)) for line in (3, 5))
    with database.writing() as session:
        draft, tove = course(session), person(session, "Tove")
        warnings.accept(session, draft, first, SOURCES, "Den gamla", tove, NOON)
        warnings.accept(session, draft, second, SOURCES, "Den som står kvar", tove, NOON)
        approvals.approve(session, draft, ready.gathered.course.digest, tove, NOON)
        marks = [warnings.mark(second, SOURCES), "0" * 64]
        made = publish(session, store, ready, draft, Wish(None, "Hej", tove), marks, NOON)
        kept = warnings.of_releases(session, "liten")
        assert [one.warning.reason for one in kept[made.id]] == ["Den som står kvar"]
        assert approvals.of_releases(session, "liten") == {made.id: ["Tove"]}
        assert (made.change, made.note, made.made_by_id) == (Change.FIRST, "Hej", tove)


def test_with_four_eyes_nothing_is_made_without_the_other_two(
    database: Database, store: FolderStore, ready: Ready
) -> None:
    with database.writing() as session:
        draft, tove, karin = course(session), person(session, "Tove"), person(session, "Karin")
        wish = Wish(None, "", tove, four_eyes=True)
        for digest, who in (("a" * 64, karin), (ready.gathered.course.digest, tove)):
            approvals.approve(session, draft, digest, who, NOON)
            with pytest.raises(NeedsEyes):
                publish(session, store, ready, draft, wish, [], NOON)
        assert releases(session, "liten") == []
        approvals.approve(session, draft, ready.gathered.course.digest, karin, NOON)
        assert publish(session, store, ready, draft, wish, [], NOON).number == 1
