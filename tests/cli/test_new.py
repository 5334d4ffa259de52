from datetime import date
from importlib import import_module
from pathlib import Path
from shlex import split

import pytest

from course_builder.cli.application import COMMANDS, EXAMPLES
from course_builder.cli.new import STARTERS, slug, starters
from tests.cli.conftest import Ask


@pytest.mark.parametrize("starter", starters())
def test_a_new_course_checks_clean(ask: Ask, starter: str) -> None:
    assert ask("new", "min-kurs", "--from", starter).code == 0
    answer = ask("check", "min-kurs", "--json")
    assert (answer.code, answer.out[-34:]) == (0, '],\n  "errors": 0,\n  "warnings": 0\n}\n'[-34:])


@pytest.mark.parametrize("starter", starters())
def test_a_new_course_builds_at_once(ask: Ask, starter: str) -> None:
    assert ask("new", "min-kurs", "--from", starter).code == 0
    assert ask("build", "min-kurs", "--format", "scorm12", "--output", "ut").code == 0
    assert [path.suffix for path in Path("ut").glob("*.zip")] == [".zip"]


def test_there_is_an_hour_of_each_length_to_begin_from() -> None:
    """Of users.md rank 2: ready plans, the follow-up among them."""
    lengths = {
        int(line.split()[1])
        for starter in starters()
        for line in (STARTERS / starter / "course.yaml").read_text("utf-8").splitlines()
        if line.startswith("minutes:")
    }
    assert lengths == {5, 15, 30, 45, 60}


def test_the_name_becomes_id_and_title_and_today_its_date(ask: Ask) -> None:
    ask("new", "kurser/Barn i väntrummet")
    lines = Path("kurser/barn-i-vantrummet/course.yaml").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith(("id:", "title:", "  date:"))] == [
        "id: barn-i-vantrummet",
        'title: "Barn i väntrummet"',
        f"  date: {date.today()}",
    ]


def test_what_is_there_is_never_overwritten(ask: Ask) -> None:
    Path("min-kurs").mkdir()
    answer = ask("new", "min-kurs")
    assert (answer.code, list(Path("min-kurs").iterdir())) == (2, [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Åtta frågor – höst 2026", "atta-fragor-host-2026"), ("2026 kurs", "kurs"), ("!", "")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_every_starter_in_an_example_is_there() -> None:
    examples = {
        word for module in COMMANDS for word in import_module(f"course_builder.cli.{module}").EXAMPLES
    }
    named = {
        words[words.index("--from") + 1] for words in map(split, {*examples, *EXAMPLES}) if "--from" in words
    }
    assert named <= set(starters())
    assert named
