"""The meeting kit: what is in it, that every file is reached, that it points nowhere but to law and routines."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from urllib.parse import unquote

import pytest

from course_builder.content.course import Course
from course_builder.content.tree import MemoryTree, Tree
from course_builder.meetings.kit import kit
from course_builder.meetings.kit_files import Kit
from course_builder.meetings.models import Meeting
from course_builder.packaging.zipwriter import write
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from course_builder.settings import Settings
from tests.database.places import SqlitePlaces
from tests.meetings.held import Held
from tests.meetings.held import made as planned
from tests.web.region import opened

ADDRESS = re.compile(r"https?://[^\s\"'<>)\\]+")
XML = re.compile(r"http://www\.w3\.org/[^\s\"'<>)\\]+")
REACHED = re.compile(r'(?:href|src)="([^"#:]+)"|url\("?([^":)]+)"?\)|"(?:src|poster|room)": ?"([^"]+)"')
TEXT = (".html", ".css", ".js", ".txt")
STILLS = ("0-09", "0-18", "0-36", "0-41", "0-50", "1-00", "1-06", "1-10", "1-18", "1-24")
"""Those that a page of the scene shows. The poster is for the pages before the first, of which there are none."""


@cache
def built() -> Tree:
    """As it is now: another build may be made while a test runs."""
    folder = FolderTree(BUILT)
    wanted = (path for path in folder.paths() if path.startswith(("fonts", "hour", "icons", "licences")))
    return MemoryTree({path: (BUILT / path).read_bytes() for path in wanted})


def packed(held: Held) -> zipfile.ZipFile:
    out = BytesIO()
    write(out, made(held).files())
    return zipfile.ZipFile(out)


def made(held: Held) -> Kit:
    with held.region.database.reading() as session:
        meeting = session.get_one(Meeting, held.meeting_id)
        return kit(session, meeting, FolderTree(TEMPLATES), built(), held.region.time().date())


@dataclass(frozen=True)
class Box:
    """What was packed, and of which course."""

    zip: zipfile.ZipFile
    course: Course

    def read(self, name: str) -> str:
        return self.zip.read(name).decode()


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory, sqlite_places: SqlitePlaces) -> Iterator[Box]:
    folder = tmp_path_factory.mktemp("box")
    settings = Settings(data=str(folder), database_url=sqlite_places.database_url(folder))
    with opened(settings) as region:
        there = planned(region)
        yield Box(packed(there), there.course)


def test_what_is_in_it(box: Box) -> None:
    assert [name for name in box.zip.namelist() if "/fonts/" not in name] == [
        "1-las-mig.html", "1-las-mig.txt", "2-led-timmen.html", "3-rumsvy.html", "4-en-skarm.html", "facit/facit.html", "facit/facit.pdf",
        "filer/hour.css", "filer/leader.js", "filer/licences.txt", "filer/room.js", "filer/single.js",
        *(f"media/vantrummet-{moment}.webp" for moment in STILLS),
        "media/vantrummet-syntolkad.webm", "media/vantrummet.webm",
        "papper/alla-papper-till-deltagarna.pdf", "papper/atgarder.html", "papper/fragor-till-deltagarna.html",
        "papper/narvarolista.html", "papper/stod-till-samtalsledaren.html", "papper/stod-till-samtalsledaren.pdf",
        "papper/utvardering.html",
    ]  # fmt: skip


def test_every_file_is_reached_from_the_first_page(box: Box) -> None:
    names = set(box.zip.namelist())
    reached, waiting = set[str](), ["1-las-mig.html"]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in names:
            continue
        reached.add(name)
        if name.endswith(TEXT):
            folder = name.rpartition("/")[0]
            waiting += [f"{folder}/{one}".lstrip("/") for one in _named(box.read(name))]
    assert names - reached == {"1-las-mig.txt", "filer/licences.txt"}


def test_it_points_nowhere_but_to_law_routines_and_support(box: Box) -> None:
    course = box.course
    known = {entry.source for entry in course.law.values()}
    known |= {one.url for one in (*course.region.routines.values(), *course.region.support) if one.url}
    texts = [box.read(name) for name in box.zip.namelist() if name.endswith(TEXT) and "licences" not in name]
    found = {address for text in texts for address in ADDRESS.findall(XML.sub("", text))}
    assert {address.rstrip(".") for address in found} <= known


def test_participants_papers_hold_no_answer_and_no_word_to_the_leader(box: Box) -> None:
    course = box.course
    notes = [text for _, said in course.leader_notes for text in said.texts]
    whys = [one.because for quiz in course.quizzes for one in quiz.questions if one.because]
    for name in ("fragor-till-deltagarna", "narvarolista", "atgarder", "utvardering"):
        html = box.read(f"papper/{name}.html")
        assert [text for text in (*notes, *whys) if text[:40] in html] == []
    assert "Bara för er som leder" in box.read("facit/facit.html")


def test_its_size_is_said_beforehand(held: Held) -> None:
    page = held.region.as_("rep").get(f"/apt/{held.meeting_id}/kit").text
    size = int(re.findall(r"Hämta möteslådan \((\d+) MB\)", page)[0])
    answer = held.region.as_("rep").get(f"/apt/{held.meeting_id}/kit.zip")
    assert (
        answer.headers["Content-Disposition"] == "attachment; filename=moteslada-apt-barnkonventionen-1.zip"
    )
    assert abs(len(answer.data) / 1e6 - size) < 1


@pytest.mark.parametrize("page", ["kit", "kit.zip"])
def test_strangers_find_nothing(held: Held, page: str) -> None:
    for key in ("employee", "rep2", "manager2", "trainer"):
        assert held.region.as_(key).get(f"/apt/{held.meeting_id}/{page}").status_code == 404


def _named(text: str) -> list[str]:
    return [unquote(next(filter(None, found))) for found in REACHED.findall(text)]
