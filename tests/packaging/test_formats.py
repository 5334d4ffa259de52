import subprocess
import sys
from pathlib import Path

import pytest

from course_builder.content.course import Course
from course_builder.packaging.choices import QUESTIONS, chosen
from course_builder.packaging.formats import OWN, formats
from course_builder.packaging.options import BuildOptions
from tests.packaging.tiny import tiny


def test_the_five_formats_with_the_one_for_most_portals_first() -> None:
    assert list(formats()) == ["scorm12", "scorm2004-4", "scorm2004-3", "cmi5", "web"]


@pytest.mark.parametrize("name", OWN)
def test_every_format_says_what_it_is_and_does_in_both_languages(name: str) -> None:
    found = formats()[name]
    assert found.name == name
    assert {language for words in (found.label, found.use) for language in words if words[language]} == {
        "sv",
        "en",
    }


def test_the_file_name_is_the_course_and_the_format(course: Course) -> None:
    assert formats()["scorm12"].file_name(course) == "tiny-scorm12.zip"


def test_an_unknown_format_is_not_there() -> None:
    assert "h5p" not in formats()
    with pytest.raises(KeyError):
        formats()["h5p"]


OTHER = """
[course_builder.formats]
paper-box = otherformat:FORMAT
scorm12 = otherformat:FORMAT
"""
MODULE = """
from course_builder.packaging.format import Format
FORMAT = Format("paper-box", {"sv": "Pappask", "en": "Paper box"}, {"sv": "x", "en": "x"}, lambda *_: iter(()))
"""
CHILD = """
from course_builder.packaging.formats import formats
print(list(formats())[-1], formats()["paper-box"].label["en"], formats()["scorm12"].name)
"""


def test_a_format_from_another_distribution_is_one_file_and_one_entry_point(
    tmp_path: Path, repository: Path
) -> None:
    about = tmp_path / "otherformat-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: otherformat\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(OTHER)
    (tmp_path / "otherformat.py").write_text(MODULE)
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        env={"PYTHONPATH": f"{tmp_path}:{repository}"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert child.stdout == "paper-box Paper box scorm12\n"


def test_something_else_under_the_name_of_a_format_is_refused(tmp_path: Path, repository: Path) -> None:
    about = tmp_path / "otherformat-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: otherformat\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[course_builder.formats]\npaper-box = os:getcwd\n")
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        env={"PYTHONPATH": f"{tmp_path}:{repository}"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert child.returncode == 1
    assert "TypeError: not a package format" in child.stderr


def test_the_choices_no_answer_means_the_defaults(course: Course) -> None:
    assert chosen(course, {}) == BuildOptions()
    assert (
        chosen(course, {question.name: question.choices[0].value for question in QUESTIONS}) == BuildOptions()
    )


def test_the_choices_become_options(course: Course) -> None:
    answers = {"done_when": "lessons", "fail_reports": "incomplete", "mastery": "yes", "fonts": "no"}
    assert chosen(course, answers) == BuildOptions("lessons", "incomplete", 0.8, fonts=False)
    assert chosen(tiny("completion:\n  mastery: 75%\n"), {"mastery": "yes"}).mastery == 0.75


@pytest.mark.parametrize("question", [question.name for question in QUESTIONS])
def test_an_answer_that_nobody_offered_is_refused(question: str, course: Course) -> None:
    with pytest.raises(ValueError, match=question):
        chosen(course, {question: "sometimes"})
