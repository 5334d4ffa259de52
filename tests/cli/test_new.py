from datetime import date
from pathlib import Path

import pytest

from course_builder.cli.new import slug, starters
from tests.cli.conftest import Ask


@pytest.mark.parametrize("starter", starters())
def test_a_new_course_checks_clean(ask: Ask, starter: str) -> None:
    assert ask("new", "min-kurs", "--from", starter).code == 0
    answer = ask("check", "min-kurs", "--json")
    assert (answer.code, answer.out[-34:]) == (0, '],\n  "errors": 0,\n  "warnings": 0\n}\n'[-34:])


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
