"""A film discussion as HTML: everything readable without the script, nothing that is for a leader or a group."""

import json
import re
from html import unescape

import pytest

from course_builder.content.models.film import FilmVersion, Pause
from course_builder.content.render.film import film_discussion
from course_builder.content.render.film_data import LONGEST_CHOICE, LONGEST_STATE, discussion_data
from course_builder.content.render.film_time import clock, pairs, step_minutes
from course_builder.content.render.paint import Paint
from course_builder.player.words import words
from tests.films import CANARY, course


def painted(place: int) -> str:
    talk = course().films[place]
    return film_discussion(talk, 2, "sv", Paint(course(), words("sv")))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_nothing_for_the_leader_or_the_group_is_in_the_page() -> None:
    shown = painted(0) + json.dumps(discussion_data(course().films[0], part=True), ensure_ascii=False)
    assert CANARY not in shown
    assert "bikupa" not in shown
    assert "77" not in shown
    assert "epa" not in re.findall(r"\w+", text_of(painted(0)))
    assert "grannen" not in shown
    assert "Skriv två saker som barnet vet just nu." in shown


def test_it_reads_from_start_to_end_without_a_script() -> None:
    read = text_of(painted(0))
    order = [
        "Innehåll som kan kännas", "Före filmen", "Vad hoppas du att ett barn minns?", "Tittaruppdrag",
        "Paus 1 av 2 · stanna vid 0:02", "Paus 2 av 2 · stanna vid 0:04", "Vad får barnet välja?",
        "Texten till filmen", "[En klocka tickar]", "Mamman: Snart är det vår tur.", "[A clock ticks]",
        "Efter filmen", "Se Vad gjorde någon som hjälpte?", "Handla Vad gör du på måndag?",
    ]  # fmt: skip
    places = [read.index(words) for words in order]
    assert places == sorted(places)
    assert " controls " in painted(0)


def test_the_transcript_has_time_language_and_sounds() -> None:
    lines = re.findall(
        r'<li data-from="([\d.]+)" data-to="([\d.]+)"><time>([\d:]+)</time><span( class="desc")?>', painted(0)
    )
    assert lines[:3] == [
        ("0.2", "1.5", "0:00", ' class="desc"'),
        ("1.6", "3", "0:01", ""),
        ("3.2", "5.5", "0:03", ""),
    ]
    assert re.findall(r'data-is="lines" lang="(\w+)"', painted(0)) == ["sv", "en"]
    assert "Vad vet barnet<br>just nu?" in painted(0)


def test_a_film_by_link_is_a_card_and_fetches_nothing() -> None:
    html = painted(1)
    assert re.findall(r'(?:src|poster|data)="', html) == []
    assert re.findall(r'<a [^>]*href="(https[^"]*)"[^>]*rel="([^"]*)"', html) == [
        ("https://film.example.se/vantrum", "noopener noreferrer")
    ]
    read = text_of(html)
    for fact in (
        "I väntan",
        "Ägare Region Exempel",
        "Finns hos film.example.se",
        "Längd 1:34",
        "Undertext ja",
    ):
        assert fact in read
    assert "Paus 1 av 1 · stanna vid 0:41 Jag är framme" in read
    assert "versions" not in discussion_data(course().films[1], part=True)


def test_the_minutes_of_the_steps_are_those_of_the_whole() -> None:
    for talk in course().films:
        assert sum(step_minutes(talk)) == talk.minutes
    assert step_minutes(course().films[0]) == (1, 3, 2)


def test_the_script_knows_files_and_times() -> None:
    talk = course().films[0]
    assert discussion_data(talk, part=True)["versions"] == {
        "film": {"src": "media/short.webm"},
        "described": {"src": "media/short-described.webm", "pairs": ((0, 0), (2, 3), (4, 6), (6, 8))},
        "signed": {"src": "media/short.webm", "pairs": ((0, 0), (6, 6))},
    }
    assert (LONGEST_STATE, LONGEST_CHOICE) == (20, 2)


@pytest.mark.parametrize(("stops", "expected"), [
    ([], ((0, 0), (94, 118))),
    ([(70, 89), (41, 52)], ((0, 0), (41, 52), (70, 89), (94, 118))),
    ([(41, None), (70, 89)], ((0, 0), (70, 89), (94, 118))),
    ([(41, 90), (70, 89)], ((0, 0), (41, 90), (94, 118))),
    ([(94, 118)], ((0, 0), (94, 118))),
    ([(41, 200)], ((0, 0), (94, 118))),
])  # fmt: skip
def test_time_never_runs_backwards_between_versions(
    stops: list[tuple[float, float | None]], expected: tuple[tuple[float, float], ...]
) -> None:
    pauses = [
        Pause(id=f"stopp-{place}", at=at, described_at=there, ask="?")
        for place, (at, there) in enumerate(stops)
    ]
    version = FilmVersion(url="https://film.example.se/a", length=118)
    assert pairs(94, version, pauses) == expected


def test_times_as_people_read_them() -> None:
    assert [clock(seconds) for seconds in (0, 41, 94.6, 3723)] == ["0:00", "0:41", "1:34", "1:02:03"]


def test_the_words_are_the_same_in_both_languages() -> None:
    assert words("sv").keys() == words("en").keys()
