import re
from pathlib import Path

import pytest

from course_builder.paths.shipped import TEMPLATES
from course_builder.post.letters import compose

NAMES = sorted({path.name.split(".")[0] for path in (TEMPLATES / "mail").glob("*.txt")})
COURSE = {
    "title": "Grundutbildning",
    "lasting": "90 min",
    "due": "1 mars 2027",
    "completed": "2 maj 2025",
    "next": "Repetition",
}
VALUES = {
    "name": "Anna <b>& Co",
    "place": "Barnrätt i Region Exempel",
    "sender": "Karin Samordnare",
    "link": "https://barnratt.exempel.se/x?a=1&b=2",
    "until": "7 december 2026",
    "minutes": 60,
    "held": "10 december 2026",
    "title": "Barnkonventionen och vårt uppdrag",
    "due": "1 mars 2027",
    "unit": "Barnkliniken",
    "rep": "barnrättsombud",
    "tell": (("Karin Samordnare", "karin@exempel.se"),),
    "since": "1 september 2026",
    "course": COURSE,
    "courses": [COURSE, COURSE | {"due": None}],
    "actions": [("En pall till vågrummet", "1 mars 2027")],
}
NEVER = {
    "sv": ("försenad", "fel", "jaga", "roll", "underkänd", "certifikat", "röd"),
    "en": ("late", "overdue", "wrong", "failed"),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_letter_is_there_in_both_languages(name: str, language: str) -> None:
    subject, body = compose(name, language, **VALUES)
    assert subject
    assert "\n" not in subject
    assert VALUES["link"] in body
    assert "Anna <b>& Co" in body
    assert "\n\n\n" not in body
    assert [word for word in NEVER[language] if re.search(rf"\b{word}", f"{subject} {body}".lower())] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_reminder_begins_with_what_remains_and_an_estimate(language: str) -> None:
    subject, body = compose("reminder", language, **VALUES)
    begins, time, working = {
        "sv": ("Det här återstår", "ungefär 90 min", "på arbetstid"),
        "en": ("Still to do", "about 90 min", "during working hours"),
    }[language]
    assert subject == begins
    assert body.splitlines()[2] == f"{begins}:"
    assert time in body
    assert working in body


def test_another_language_is_swedish() -> None:
    assert compose("reset", "fi", **VALUES) == compose("reset", "sv", **VALUES)


def test_templates_come_in_pairs() -> None:
    files = {path.name for path in Path(TEMPLATES / "mail").iterdir()}
    assert files == {f"{name}.{language}.txt" for name in NAMES for language in ("sv", "en")}
