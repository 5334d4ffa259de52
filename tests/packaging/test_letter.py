"""The letter to the portal administrator: what it says of a package, and that it stays one page."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from course_builder.content.compare import compare
from course_builder.content.course import Course
from course_builder.content.models.region import Region
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree
from course_builder.packaging.formats import OWN
from course_builder.packaging.letter import Line, Section, as_text, compose
from course_builder.packaging.letter_facts import Package, letter
from course_builder.packaging.options import BuildOptions
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import TEMPLATES
from tests.packaging.tiny import FIRST, QUIZ, SOURCES, TODAY, tiny

PAGE = 62  # lines of 78 characters that fit an A4 page
DEFAULT = BuildOptions()


def written(package: Package, language: str = "sv") -> str:
    return as_text(letter(package, "en" if language == "en" else "sv", FolderTree(TEMPLATES)))


def of(course: Course, name: str = "scorm12", options: BuildOptions = DEFAULT) -> str:
    return written(Package(course, name, options, f"tiny-{name}.zip", 283_123))


def test_the_whole_letter_reads_like_this(course: Course) -> None:
    expected = Path(__file__).with_name("letter-scorm12.txt").read_text(encoding="utf-8")
    assert of(course) == expected


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("options", [BuildOptions(), BuildOptions("both", "failed", 0.8)])
def test_one_page_of_whole_sentences(name: str, language: str, options: BuildOptions, course: Course) -> None:
    told = written(
        Package(course, name, options, f"tiny-{name}.zip", 283_123, compare(course, tiny())), language
    )
    lines = told.splitlines()
    assert len(lines) <= PAGE
    assert max(map(len, lines)) <= 78
    assert re.findall(r"[{}\[\]]", told) == []
    assert [
        section for section in told.split("\n\n") if len(section.splitlines()) == 1 and section.isupper()
    ] == []


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", OWN)
def test_the_test_has_five_steps(name: str, language: str, course: Course) -> None:
    sections = letter(Package(course, name, BuildOptions(), "x.zip", 1), "sv", FolderTree(TEMPLATES))
    (test,) = [section for section in sections if section.heading == "Prova i fem steg"]
    assert [line.kind for line in test.lines] == ["step"] * 5


@pytest.mark.parametrize(
    ("completion", "options", "told"),
    [
        ("", BuildOptions(), "alla avsnitt är lästa och varje quiz är godkänt (minst 80\u00a0% rätt)."),
        ("", BuildOptions(done_when="lessons"), "alla avsnitt är lästa."),
        ("", BuildOptions(done_when="quizzes"), "varje quiz är godkänt (minst 80\u00a0% rätt)."),
        (
            "",
            BuildOptions(mastery=0.75),
            "alla avsnitt är lästa och alla quiz tillsammans ger minst 75\u00a0% av poängen.",
        ),
        ("completion:\n  quizzes: taken\n", BuildOptions(), "alla avsnitt är lästa och varje quiz är gjort."),
        ("completion:\n  lessons: none\n  quizzes: taken\n", BuildOptions(), "varje quiz är gjort."),
        ("completion:\n  lessons: none\n  quizzes: none\n", BuildOptions(), "alla avsnitt är lästa."),
    ],
)
def test_what_counts_as_done(completion: str, options: BuildOptions, told: str) -> None:
    letter_text = " ".join(of(tiny(completion), "scorm12", options).split())
    assert " ".join(told.split()) in letter_text.split("RÄKNAS SOM GENOMFÖRD NÄR … ")[1][:140]


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("scorm12", BuildOptions(), "Portalen får då veta: passed."),
        ("scorm12", BuildOptions(done_when="lessons"), "Portalen får då veta: completed."),
        ("scorm2004-4", BuildOptions(), "Portalen får då veta: completed och passed."),
        ("cmi5", BuildOptions(), "Dessförinnan: initialized."),
        ("scorm12", BuildOptions(fail_reports="failed"), "rapporteras som failed."),
        ("scorm12", BuildOptions(), "står kvar som påbörjad"),
        ("scorm12", BuildOptions(), "Lämna portalens fält för gräns (mastery score) tomt."),
        ("scorm12", BuildOptions(mastery=0.8), "Paketet anger gränsen 80 (mastery score)."),
        ("scorm2004-3", BuildOptions(mastery=0.8), "Paketet anger gränsen 0.8 (mastery score)."),
        ("scorm12", BuildOptions(), "Egna anteckningar skickas aldrig."),
        ("scorm12", BuildOptions(), "(högst 4 096 tecken)"),
        ("web", BuildOptions(), "Ingen portal får veta att kursen är gjord."),
        ("cmi5", BuildOptions(), "Kursens id i paketet: urn:course-builder:course:tiny."),
    ],
)
def test_what_the_portal_is_told(name: str, options: BuildOptions, told: str, course: Course) -> None:
    assert told in " ".join(of(course, name, options).split())


def test_notes_that_the_author_lets_the_portal_keep_are_declared() -> None:
    course = tiny(**{"forsta.md": FIRST.replace("ask: När", "stored: true\nask: När")})
    told = " ".join(of(course).split())
    assert "Egna anteckningar i en fråga sparas i portalen, högst 500 tecken." in told
    assert "skickas aldrig" not in told


def test_a_new_version_says_whether_it_may_replace_the_old(course: Course) -> None:
    other_kind = tiny(
        **{
            "prov.yaml": QUIZ.replace("kind: number", "kind: text").replace(
                "right: 42", "accept:\n      - 42"
            )
        }
    )
    again = Package(other_kind, "scorm12", BuildOptions(), "x.zip", 1, compare(course, other_kind))
    same = Package(course, "scorm12", BuildOptions(), "x.zip", 1, compare(course, tiny()))
    assert "Nej – deltagarna måste börja om." in written(again)
    assert "Ladda upp paketet som en ny kurs." in written(again)
    assert "Ja – bara texten har ändrats." in written(same)
    assert "Lägg det nya paketet i samma kurs." in written(same)


def test_a_line_is_left_out_when_its_condition_fails_or_its_value_is_unknown() -> None:
    template = "# Brev\n[a] - Ja\n[!a] - Nej\n[a b] - Båda\n- {known}\n- {unknown}\n\n# Tom\n[b] - Inget\n"
    made = compose(template, frozenset({"a"}), {"known": "Känt", "unknown": ""})
    assert made == (Section("Brev", (Line("item", "Ja"), Line("item", "Känt"))),)


@pytest.mark.parametrize(("size", "told"), [(400, "1 kB"), (283_123, "283 kB"), (1_250_000, "1,2 MB")])
def test_the_size_in_words(size: int, told: str, course: Course) -> None:
    assert f"x.zip, {told}." in written(Package(course, "scorm12", BuildOptions(), "x.zip", size))


MEETING = """\
id: tiny
title: APT
kind: meeting
audience:
  - medarbetare
agenda:
  - id: borja
    title: Börja
    minutes: 30
    text: forsta.md
  - id: sluta
    title: Sluta
    minutes: 30
"""


def test_a_meeting_says_how_long_its_self_paced_twin_takes() -> None:
    reading = read(MemoryTree({**SOURCES, "course.yaml": MEETING}), today=TODAY)
    assert reading.course is not None
    assert reading.course.minutes == 60
    assert "Tid för deltagaren: ungefär 1 min." in of(reading.course)


LINKED = """
```film
id: lank
title: En film hos någon annan
url: https://film.example.org/1
length: 3:00
```
"""


def test_films_by_link_are_declared_with_their_host(course: Course) -> None:
    linked = tiny(**{"forsta.md": FIRST + LINKED})
    assert "Filmer hos film.example.org öppnas i ett nytt fönster" in " ".join(of(linked).split())
    assert "öppnas i ett nytt fönster, när" not in of(course)


REGION = "name: Region Exempel\nportal:\n  name: Lärtorget\naddress: barnratt@example.org\n"


@pytest.mark.parametrize(("example", "portal", "address"), [
    ("", "Lärtorget", "barnratt@example.org"),
    ("example: true\n", "portalen", "Fråga den som gav dig paketet."),
])  # fmt: skip
def test_an_invented_region_is_nobody_to_write_to(
    example: str, portal: str, address: str, course: Course
) -> None:
    region = Region.model_validate(yaml.safe_load(REGION + example))
    told = of(replace(course, region=region))
    assert f"ett kurspaket till {portal}." in told
    assert f"FRÅGOR\n- {address}" in told
