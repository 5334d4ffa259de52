"""Leader notes are in no byte of what learners get: a canary in every field that is for the one who leads."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pydantic import BaseModel

from course_builder.content.file import File
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.models.course import CourseFile
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.tree import BytesBlob, Tree
from course_builder.content.validate import inner_models
from course_builder.packaging.formats import formats
from course_builder.packaging.leader_notes import inside
from course_builder.packaging.letter import as_text
from course_builder.packaging.letter_facts import Package, letter
from course_builder.packaging.options import BuildOptions
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import TEMPLATES
from course_builder.player.sealed import SealedCourse
from tests.packaging.conftest import package
from tests.packaging.noted import CANARY, FIELDS, PLANTED, meeting

NOTE = "Den här meningen är bara till den som leder samtalet i rummet."


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        yield model
        for inner in inner_models(model).values():
            for one in inner:
                yield from models(one, seen)


def test_every_field_for_leaders_is_planted() -> None:
    """A new model with leader notes must join."""
    seen: set[type[BaseModel]] = set()
    every = [one for root in (CourseFile, FilmDiscussion) for one in models(root, seen)]
    assert {one.__name__ for one in every if "facilitator" in one.model_fields} == set(PLANTED)
    said = " ".join(text for _, notes in meeting().leader_notes for text in notes.texts)
    for where in (*PLANTED.values(), "längden egen"):
        assert all(f"{CANARY} {where} {field}" in said for field in FIELDS)


@pytest.mark.parametrize("name", sorted(formats()))
def test_no_byte_of_a_package_is_a_leader_note(name: str, built: Tree) -> None:
    made = package(meeting(), name, BuildOptions(), built)
    with ZipFile(BytesIO(made)) as zipped:
        whole = [made, *(zipped.read(one) for one in zipped.namelist())]
    for word in (CANARY, CANARY.encode("unicode_escape").decode(), "Kanarief", "Vad blev det?"):
        for encoding in ("utf-8", "utf-16-le", "latin-1"):
            assert not [one for one in whole if word.encode(encoding) in one]


def test_no_byte_of_a_learners_page_is_a_leader_note(built: Tree) -> None:
    """The sealed page, and all that comes to it with an answer."""
    sealed = SealedCourse(meeting(), built)
    quiz = sealed.course.quizzes[0]
    whole: list[Any] = [sealed.title, sealed.outline, sealed.parts, sealed.data, sealed.icons, sealed.words]
    for question in quiz.questions:
        whole += [sealed.asked(question, quiz.key, arranged=False), sealed.told(question)]
    assert "Vad såg ni?" in str(whole)
    assert "anarief" not in str(whole)


def test_no_byte_of_the_letter_is_a_leader_note() -> None:
    for name in formats():
        told = letter(Package(meeting(), name, BuildOptions(), "x.zip", 1), "sv", FolderTree(TEMPLATES))
        assert CANARY not in as_text(told)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("index.html", f"<p>Den här <em>meningen</em> {NOTE.partition('meningen ')[2]}</p>"),
        ("index.html", NOTE.replace("ä", "\\u00e4")),
        ("media/film.vtt", f"WEBVTT\n\n00:01.000 --> 00:04.000\n{NOTE}\n"),
        ("imsmanifest.xml", f"<title>{NOTE.replace('ä', '&#228;')}</title>"),
    ],
)
def test_a_note_that_got_in_is_found(path: str, text: str) -> None:
    course = meeting()
    item = course.agenda[0].model_copy(update={"facilitator": FacilitatorNotes(pitfalls=(f"*{NOTE}*",))})
    noted = replace(course, agenda=(item, *course.agenda[1:]))
    found = inside(noted, [File("player.js", BytesBlob(b"1")), File(path, BytesBlob(text.encode()))])
    assert found is not None and (found.path, found.note) == (path, NOTE)
    assert inside(course, [File(path, BytesBlob(text.encode()))]) is None
