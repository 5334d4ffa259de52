"""An answer on courses that can be read in full, and on no others."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

QUIZ = Path("min-kurs/quizzes/mota-barn.yaml")


@pytest.fixture(autouse=True)
def courses(ask: Ask) -> None:
    """A course and its earlier version, alike."""
    assert ask("new", "min-kurs", "--from", "sjalvstudier").code == 0
    shutil.copytree("min-kurs", "forra")


def test_the_same_course_may_be_replaced(ask: Ask) -> None:
    answer = ask("compare", "forra", "min-kurs")
    assert (answer.code, answer.out.splitlines()) == (0, ["Ja – bara texten har ändrats"])


@pytest.mark.parametrize("order", [("forra", "min-kurs"), ("min-kurs", "forra")])
def test_what_cannot_be_read_is_not_taken_for_removed(ask: Ask, order: tuple[str, str]) -> None:
    QUIZ.write_text("kind: quiz\nid: mota-barn\ntitle: Mötet\n", "utf-8")
    answer = ask("compare", *order)
    assert answer.code == 1
    assert answer.out.startswith(f"{QUIZ}:1:1 error missing-key ")
    assert len(answer.out.splitlines()) == 1


def test_an_earlier_version_that_cannot_be_read_is_wrong_usage(ask: Ask) -> None:
    Path("forra/quizzes/mota-barn.yaml").write_text("kind: quiz\nid: mota-barn\ntitle: Mötet\n", "utf-8")
    for command in (("check", "min-kurs"), ("build", "min-kurs", "--output", "ut")):
        answer = ask(*command, "--against", "forra")
        assert answer.code == 2
        assert answer.err.startswith("Den tidigare versionen i forra går inte att läsa helt. ")


def test_a_provision_that_the_earlier_folder_lacks_is_no_hindrance(ask: Ask) -> None:
    with Path("forra/forsta-motet.md").open("a", encoding="utf-8") as lesson:
        lesson.write("\nSe [lagen](law:borta-1).\n")
    assert ask("compare", "forra", "min-kurs").code == 0
