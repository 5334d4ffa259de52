"""Where comments can stand: every part and everything with an id in it, once, with the path of its own file."""

import pytest

from course_builder.content.course import Course
from course_builder.library.drafts.models import Kind
from course_builder.library.review.homes import Home, home
from course_builder.library.review.leader_notes import leader_notes
from course_builder.library.review.places import spot_of, spot_path, spots
from tests.content.trees import BASE, reading

REFLECT = "\n```reflect\nid: tanke\nask: När mötte du **ett barn** senast, och vad sa det barnet till dig den gången?\n```\n"
NOTES = "facilitator:\n  facts:\n    - Barnet är *huvudperson*.\n"


@pytest.fixture
def course() -> Course:
    files = {
        **BASE, "ett.md": str(BASE["ett.md"]) + REFLECT + "\n```film\nuse: filmen\n```\n",
        "quizzes/filmen.yaml": str(BASE["quizzes/filmen.yaml"]) + NOTES,
    }  # fmt: skip
    found = reading(files).course
    assert found is not None
    return found


def test_every_place_is_named_once_in_the_order_of_the_course(course: Course) -> None:
    assert [(one.value, one.deep, one.film) for one in spots(course)] == [
        ("ett.md#", False, False),
        ("ett.md#tanke", True, False),
        ("quizzes/filmen.yaml#filmen", True, True),
        ("quizzes/filmen.yaml#paus", True, False),
        ("quizzes/prov.yaml#", False, False),
        ("quizzes/prov.yaml#sant", True, False),
    ]


def test_a_place_is_called_what_a_reader_would(course: Course) -> None:
    spot = spot_of(course, "ett.md#tanke")
    assert spot is not None
    assert spot.label == "När mötte du ett barn senast, och vad sa det barnet till …"
    assert spot_of(course, "ett.md#finns-inte") is None


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("ett.md", "ett.md"),
        ("quizzes/prov.yaml", "quizzes/prov.yaml"),
        ("vantrummet/quizzes/vantrummet.yaml", "quizzes/vantrummet.yaml"),
        ("medföljande/quizzes/vantrummet.yaml", "quizzes/vantrummet.yaml"),
    ],
)
def test_a_shared_set_has_one_path_wherever_it_is_kept(file: str, path: str) -> None:
    assert spot_path(file) == path


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("ett.md", Home(Kind.COURSE, "liten", "ett.md")),
        ("quizzes/prov.yaml", Home(Kind.COURSE, "liten", "quizzes/prov.yaml")),
        ("vantrummet/quizzes/vantrummet.yaml", Home(Kind.SET, "vantrummet", "vantrummet.yaml")),
        ("lagrum/courses/law.yaml", Home(Kind.REGISTER, "lagrum", "law.yaml")),
        ("medföljande/courses/law.yaml", None),
    ],
)
def test_a_file_belongs_to_one_draft_or_to_the_program(file: str, expected: Home | None) -> None:
    assert home(file, "liten") == expected


def test_leader_notes_are_gathered_as_plain_words(course: Course) -> None:
    assert [(one.heading, one.facts, one.support) for one in leader_notes(course)] == [
        ("Filmen", ("Barnet är huvudperson.",), ())
    ]
