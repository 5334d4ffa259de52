"""What is said of a package before it is handed out: each fault is planted, and none is told of a good one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.models.course import Completion
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging.formats import formats
from course_builder.packaging.options import BuildOptions
from course_builder.packaging.package_check import LARGE, Built, lines, stopped
from course_builder.packaging.portals import PORTALS, Portal, verified

NOTE = "Den här meningen är bara till den som leder samtalet i rummet."


@pytest.fixture
def good(course: Course, built: Tree) -> Callable[[str], Built]:
    def make(name: str) -> Built:
        files = list(formats()[name].build(course, BuildOptions(), built))
        return Built(course, name, BuildOptions(), files, 1_000_000)

    return make


def told(built: Built, level: str) -> list[str]:
    return [line.sv for line in lines(built) if line.level == level]


@pytest.mark.parametrize("name", sorted(formats()))
def test_nothing_stops_a_good_package(good: Callable[[str], Built], name: str) -> None:
    built = good(name)
    assert told(built, "stop") == []
    assert not stopped(lines(built))
    assert "Kursen hämtar inget från nätet." in told(built, "ok")
    assert all(line.sv and line.en for line in lines(built))


def without(built: Built, path: str) -> Built:
    return replace(built, files=[file for file in built.files if file.path != path])


def test_a_file_that_is_missing_or_too_many_stops_it(good: Callable[[str], Built]) -> None:
    built = good("scorm12")
    assert (
        told(without(built, "imsmanifest.xml"), "stop")[0] == "Filen imsmanifest.xml saknas överst i paketet."
    )
    assert told(without(built, "player.js"), "stop") == ["Paketets förteckning stämmer inte med filerna: player.js."]  # fmt: skip
    extra = replace(built, files=[*built.files, File("extra.js", BytesBlob(b"1"))])
    assert told(extra, "stop") == ["Paketets förteckning stämmer inte med filerna: extra.js."]
    medium = next(file.path for file in built.files if file.path.startswith("media/"))
    assert any("följer inte med" in line for line in told(without(built, medium), "stop"))


def test_a_name_that_not_every_disk_takes_stops_it(good: Callable[[str], Built]) -> None:
    built = good("web")
    odd = replace(built, files=[*built.files, File("media/å ä.png", BytesBlob(b"1"))])
    assert any("går inte att packa upp" in line for line in told(odd, "stop"))


def test_a_page_that_fetches_something_stops_it(good: Callable[[str], Built]) -> None:
    built = good("web")
    page = built.text("index.html") + '<script src="https://cdn.exempel.se/x.js"></script>'
    files = [file if file.path != "index.html" else File(file.path, BytesBlob(page.encode())) for file in built.files]  # fmt: skip
    assert told(replace(built, files=files), "stop") == ["Kursen hämtar något från nätet. Det fungerar inte i alla portaler."]  # fmt: skip


def test_a_course_that_nobody_can_complete_stops_it(good: Callable[[str], Built]) -> None:
    built = good("scorm12")
    course = replace(built.course, completion=Completion(lessons="none", quizzes="none"))
    assert any("kan aldrig räknas som genomförd" in line for line in told(replace(built, course=course), "stop"))  # fmt: skip


def test_size_is_something_to_ask_about(good: Callable[[str], Built]) -> None:
    large = replace(good("scorm12"), bytes=LARGE + 1)
    assert told(large, "look") == ["Paketet är 200,0 MB. Fråga portalförvaltaren hur stort ett paket får vara."]  # fmt: skip


def test_leader_notes_in_a_page_stop_it(good: Callable[[str], Built]) -> None:
    built = good("web")
    film = built.course.films[0].model_copy(update={"facilitator": FacilitatorNotes(facts=(NOTE,))})
    modules = tuple(
        replace(one, parts=tuple(film if part.id == film.id else part for part in one.parts))
        for one in built.course.modules
    )
    noted = replace(built, course=replace(built.course, modules=modules))
    assert "Stödet till samtalsledaren finns inte i paketet." in told(noted, "ok")
    page = built.text("index.html") + f"<p>Den här meningen är <em>bara</em> {NOTE.partition('bara ')[2]}</p>"
    files = [file if file.path != "index.html" else File(file.path, BytesBlob(page.encode())) for file in built.files]  # fmt: skip
    assert told(replace(noted, files=files), "stop") == [
        f"Stödet till samtalsledaren står i det deltagarna läser: ”{NOTE[:40].rstrip()} …”. Ta bort det ur deltagarnas text."
    ]


def test_only_portals_that_somebody_has_seen_work_are_offered() -> None:
    early = Portal(
        "a", "A", "scorm12", verified_on=date(2026, 1, 1), verified_by="Tove", verified_with="A 4.5"
    )
    late = Portal("b", "B", "scorm12", verified_on=date(2026, 2, 1), verified_by="Tove", verified_with="B 2")
    assert verified([Portal("c", "C", "scorm12"), early, late]) == (late, early)
    assert {one.format for one in PORTALS} <= set(formats())
    assert all(one.verified_by and one.verified_with for one in verified())
