"""The meeting kit: an hour that runs from a stick or a folder. For those who lead it, never for learners.

The zip stands in one folder when it is unpacked: the views at its top, their script and style and the papers below.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.models.film import FilmDiscussion, FilmVersion
from course_builder.content.problems import Language
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging.hour_kit_words import NAMES, PACK_UP, KitNames
from course_builder.packaging.learner import LICENCES
from course_builder.player import fonts
from course_builder.player.built import built_file
from course_builder.player.hour.data import Room
from course_builder.player.hour.leader import Leading, leader_page
from course_builder.player.hour.room import room_page
from course_builder.player.hour.screen_page import Beside
from course_builder.player.hour.single import single_page
from course_builder.player.media_files import media_file

SHEET = "hour.css"
SCRIPTS = ("leader", "room", "single")


@dataclass(frozen=True)
class Left:
    """A film that is not in the kit: where it is instead, when it has an address."""

    title: str
    url: str


def kit_course(course: Course, on: date) -> tuple[Course, tuple[Left, ...]]:
    """The course without the films that may not be copied on that day, and those. A link never is in a kit."""
    shared, left = dict(course.shared), list[Left]()
    for name, talk in course.shared.items():
        if not isinstance(talk, FilmDiscussion):
            continue
        if talk.film.url:
            left.append(Left(talk.film.title or talk.title, talk.film.url))
        elif not talk.film.may_be_copied(on):
            left.append(Left(talk.film.title or talk.title, ""))
        if not talk.film.may_be_copied(on):
            shared[name] = without_files(talk)
    return replace(course, shared=shared), tuple(left)


def without_files(talk: FilmDiscussion) -> FilmDiscussion:
    """Its stops, its text and its addresses stay, so that it is read aloud as a scene; pictures of it are copies too."""
    film = talk.film
    versions = {"described": _elsewhere(film.described), "signed": _elsewhere(film.signed)}
    without = film.model_copy(update={"file": None, "poster": None, "stills": (), **versions})
    return talk.model_copy(update={"film": without})


def _elsewhere(version: FilmVersion | None) -> FilmVersion | None:
    return version if version is not None and version.file is None else None


def view_files(room: Room, leading: Leading, built: Tree) -> Iterator[File]:
    """The pages, and everything that they show: scripts, style, fonts, films and pictures."""
    names = NAMES[room.course.language]
    pages = _pages(room, leading, names, built)
    for path, html in pages.items():
        yield File(path, BytesBlob(html.encode()))
    sheet = _read(built, SHEET)
    kept = fonts.needed(sheet, "".join(pages.values()))
    yield File(f"{names.files}/{SHEET}", BytesBlob(fonts.only(sheet, kept)))
    for font in kept:
        yield File(f"{names.files}/{font}", built_file(built, font))
    for script in SCRIPTS:
        yield File(f"{names.files}/{script}.js", built_file(built, f"hour/{script}.js"))
    yield File(f"{names.files}/{LICENCES}", built_file(built, LICENCES))
    shown = "".join(pages.values())
    yield from (media_file(one) for one in room.course.media if escape(one.url) in shown)


def _pages(room: Room, leading: Leading, names: KitNames, built: Tree) -> Mapping[str, str]:
    def beside(script: str) -> Beside:
        return Beside(built, f"{names.files}/{SHEET}", f"{names.files}/{script}.js")

    leads = replace(leading, room=names.room, home=names.readme)
    made = {
        names.leader: leader_page(room, beside("leader"), leads),
        names.room: room_page(room, beside("room")),
        names.single: single_page(room, beside("single")),
    }
    return {path: _told_to_unpack(html, room.course.language) for path, html in made.items()}


def _told_to_unpack(html: str, language: Language) -> str:
    """Opened inside a zip a page finds no style sheet, which would hide these words."""
    head, body, rest = html.partition("<body")
    tag, end, content = rest.partition(">")
    return f"{head}{body}{tag}{end}{PACK_UP[language]}{content}"


def _read(built: Tree, path: str) -> bytes:
    with built_file(built, path).open() as stream:
        return stream.read()
