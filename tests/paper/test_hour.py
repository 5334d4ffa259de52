"""The papers of an APT hour: what each says, whole; what participants never get; tagged, and each on its own sheet."""

import re
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO

import pikepdf
import pytest

from course_builder.content.course import Course
from course_builder.content.steps import steps
from course_builder.library.gather import gather
from course_builder.paper.hour import FOR_PARTICIPANTS, HourPapers
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, COURSES, TEMPLATES
from tests.paper.hour_says import GUIDE, KEY_SAYS, SHEET
from tests.paper.little_hour import KEY, LEADER, OCCASION, TODAY, little, papers


@cache
def shipped() -> Course:
    return gather(COURSES / "apt-barnkonventionen", TODAY).course


def lines(html: str) -> list[str]:
    """What a person reads, a line for each element that stands alone."""
    text = re.sub(r"</?(?:p|li|h[1-6]|tr|header|section|div|ol|ul|table|thead|tbody)\b[^>]*>", "\n", html)
    text = unescape(re.sub(r"<[^>]+>", " ", text))
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_the_guide_says_what_to_say_and_when() -> None:
    assert lines(papers().body("guide")) == GUIDE


def test_the_guide_says_where() -> None:
    found = HourPapers(
        little(), steps(little(), 20), replace(OCCASION, place="Matsalen, plan 3"), FolderTree(TEMPLATES)
    )
    assert lines(found.body("guide"))[1].startswith("Avdelning 3 · Matsalen, plan 3 · ")


def test_the_sheet_asks_and_answers_nothing() -> None:
    assert lines(papers().body("sheet")) == SHEET


@pytest.mark.parametrize("minutes", [5, 15, 30, 45, 60])
def test_every_ready_plan_of_the_shipped_hour_has_its_papers(minutes: int) -> None:
    found = HourPapers(shipped(), steps(shipped(), minutes), OCCASION, FolderTree(TEMPLATES))
    script = lines(found.body("guide"))
    assert f"14.00–{found.occasion.clock(minutes, 'sv')} · {minutes} min" in script[1]
    assert ("key" in found.names) is (minutes >= 45)
    assert [name for name in found.names if not lines(found.body(name))] == []


def test_the_key_stands_apart() -> None:
    assert lines(papers().body("key")) == KEY_SAYS


@pytest.mark.parametrize("name", FOR_PARTICIPANTS)
def test_nothing_for_the_leader_and_nothing_that_is_right_is_on_a_participants_paper(name: str) -> None:
    html = papers().page(name)
    assert LEADER not in html and KEY not in html and "lagen.example" not in html


def test_both_are_in_the_leaders_papers() -> None:
    assert papers().body("guide").count(LEADER) == 8
    assert KEY in papers().body("key") and LEADER not in papers().body("key")


def test_what_happens_to_the_list_is_said_on_it() -> None:
    assert lines(papers().body("sign-in"))[2:4] == [
        "Den som ledde timmen för in namnen, och timmen räknas som genomförd för dig. Pappret "
        "hanteras sedan enligt regionens beslut om gallring. Vad du sa eller svarade antecknas aldrig, och inte heller "
        "varför någon inte var här.",
        "Skriv namnet så att det går att läsa. Skriv aldrig personnummer. Vill du hellre räknas utan namn säger du det "
        "till den som leder.",
    ]


@pytest.mark.parametrize("name", ["guide", *FOR_PARTICIPANTS])
def test_a_page_fetches_nothing(name: str) -> None:
    html = papers().page(name)
    assert re.findall(r"(?:src|url\(|@import|<script|<link)[^>]*", html) == []


def test_together_they_are_tagged_and_each_begins_on_a_front() -> None:
    made = papers().pdf(papers().names, FolderTree(BUILT))
    with pikepdf.open(BytesIO(made)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "sv"
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Alla papper till timmen: En liten timme"
        kinds = [
            str(one.S) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
        ]
        assert kinds.count("/H1") == len(papers().names)
        assert [page for page in _first_pages(document) if page % 2] == []


def _first_pages(document: pikepdf.Pdf) -> list[int]:
    """Numbers, from 0, of the pages that an outline of first level leads to."""
    with document.open_outline() as outline:
        return [document.pages.index(one.destination[0]) for one in outline.root]
