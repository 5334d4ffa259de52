"""A warning that is accepted with a reason stays so until the text at its place changes, wherever that has moved."""

import pytest

from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source
from course_builder.database.store import Database
from course_builder.library.review import warnings
from tests.library.bare import bare_release
from tests.library.conftest import NOON
from tests.library.review.test_comments import course

LOOK = Code("link-vague", "warning", "Länktexten ”{label}” säger inget.", "The link text says nothing.")
STOP = Code("link-empty", "error", "Länken har ingen text.", "The link has no text.")
TEXT = "# Ett\n\nLäs [här](a).\noch där.\n\nSlut.\n"


def sources(text: str) -> dict[str, Source]:
    return {"ett.md": Source("ett.md", text)}


def at(line: int, label: str = "här") -> Problem:
    return LOOK.at(Place("ett.md", line), label=label)


@pytest.mark.parametrize(
    ("text", "line", "label", "same"),
    [
        (TEXT, 3, "här", True),
        ("# Ett\n\nNytt stycke.\n\n" + TEXT.removeprefix("# Ett\n\n"), 5, "här", True),
        (TEXT.replace("Slut", "Klart"), 3, "här", True),
        (TEXT.replace("och där", "och sedan där"), 3, "här", False),
        (TEXT, 3, "där", False),
        (TEXT, 6, "här", False),
    ],
)
def test_the_same_warning_at_the_same_place(text: str, line: int, label: str, same: bool) -> None:
    assert (warnings.mark(at(line, label), sources(text)) == warnings.mark(at(3), sources(TEXT))) is same


def test_what_is_said_of_a_whole_file_changes_with_any_of_it() -> None:
    first = warnings.mark(at(1), sources(TEXT))
    assert warnings.mark(at(1), sources(TEXT.replace("Slut", "Klart"))) != first


def test_it_is_kept_with_its_reason_and_with_the_release(database: Database) -> None:
    with database.writing() as session:
        draft = course(session)
        made = warnings.accept(session, draft, at(3), sources(TEXT), " Portalen  heter så. ", None, NOON)
        there = warnings.accepted(session, draft)
        assert {mark: one.warning.reason for mark, one in there.items()} == {
            warnings.mark(at(3), sources(TEXT)): "Portalen heter så."
        }
        release = bare_release(session, NOON)
        warnings.keep_with(session, release, there.values())
        warnings.keep_with(session, release, there.values())
        assert warnings.withdraw(session, course(session, "annan"), made.id, NOON) is False
        assert warnings.withdraw(session, draft, made.id, NOON) is True
        assert warnings.accepted(session, draft) == {}
        assert [
            (one.warning.sv, one.warning.reason) for one in warnings.of_releases(session, "grund")[release.id]
        ] == [("Länktexten ”här” säger inget.", "Portalen heter så.")]


def test_what_stops_publishing_is_never_accepted(database: Database) -> None:
    with database.writing() as session, pytest.raises(ValueError, match="link-empty"):
        warnings.accept(session, course(session), STOP.at(Place("ett.md", 3)), sources(TEXT), "x", None, NOON)
