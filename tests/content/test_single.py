"""One part read alone is the part of the whole course: the same words at the same place, whatever else is broken."""

from dataclasses import replace

import pytest

from course_builder.content.media_places import PlacedMedia
from course_builder.content.overlaid import OverlaidTree
from course_builder.content.render.cap import too_much
from course_builder.content.render.paint import Paint
from course_builder.content.render.part import Position, part
from course_builder.content.shelves import Lookup, Shelf
from course_builder.content.single import Single, SinglePart
from course_builder.content.tree import MemoryTree
from course_builder.player.words import words
from tests.content.trees import BASE, MEDIA, TODAY, Files, drawn, reading

MEETING = """
    course.yaml:
        id: timmen
        title: En timme
        kind: meeting
        minutes: 20
        audience:
          - medarbetare
        agenda:
          - id: in
            title: In
            minutes: 5
          - id: prat
            title: Prat
            minutes: 15
            text: ett.md
"""


def single(files: Files, path: str, chosen: str | None = None, *behind: Shelf) -> Single:
    return SinglePart(Lookup(MemoryTree(files), "", behind), TODAY, path=path, chosen=chosen).single()


@pytest.mark.parametrize(("path", "number"), [("ett.md", 1), ("prov.yaml", 2), ("filmen.yaml", 3)])
def test_it_is_shown_as_in_the_whole_course(path: str, number: int) -> None:
    course = reading(BASE).course
    assert course is not None
    module = course.modules[0]
    whole = part(module.parts[number - 1], Position(module, 1, number, 3), Paint(course, words("sv")))
    alone = single(BASE, path)
    assert alone.where == (1, number, 3)
    assert alone.course is not None and alone.part is not None
    assert part(alone.part, alone.position, Paint(alone.course, words("sv"))) == whole


def test_another_lesson_is_not_read() -> None:
    files = {**BASE, "course.yaml": str(BASE["course.yaml"]) + "      - två.md\n", "två.md": "---\nid: [\n"}
    assert {problem.place.file for problem in single(files, "ett.md").reading.problems} <= {"ett.md"}


def test_a_course_file_that_cannot_be_read_hides_no_lesson() -> None:
    alone = single({**BASE, "course.yaml": "title: [\n"}, "ett.md")
    assert alone.part is not None
    assert (alone.position.number, alone.position.count) == (1, 1)


def test_a_lesson_that_no_module_names_yet() -> None:
    alone = single({**BASE, "ny.md": "---\nid: ny\n---\n# Ny\n\nText.\n"}, "ny.md")
    assert alone.where is None
    assert alone.part is not None and alone.part.title == "Ny"
    assert alone.position.module_number == 2


@pytest.mark.parametrize(
    ("chosen", "title"), [(None, "Barnets rätt"), ("start", "Barnets rätt"), ("finns-inte", "Barnets rätt")]
)
def test_the_course_file_shows_what_opens_a_module(chosen: str | None, title: str) -> None:
    alone = single(BASE, "course.yaml", chosen)
    assert alone.part is not None and alone.part.title == title


def test_an_item_of_an_hour_shows_its_text() -> None:
    alone = single({**BASE, **drawn(MEETING)}, "course.yaml", "prat")
    assert alone.part is not None and alone.part.title == "Barnets rätt"


def test_media_are_named_by_where_they_stand() -> None:
    files = {
        **BASE,
        "ett.md": "---\nid: ett\n---\n# A\n\n![Bild](media/bild%20två.png)\n\n![En](media/bild.png)\n",
    }
    behind = Shelf(MemoryTree({"quizzes/filmen.yaml": BASE["quizzes/filmen.yaml"], **MEDIA}), "filmen/")
    own = {path: data for path, data in files.items() if not path.startswith("quizzes/")}
    lookup = Lookup(MemoryTree(own), "", (behind,), media=PlacedMedia())
    alone = SinglePart(lookup, TODAY, path="ett.md").single()
    assert alone.course is not None
    assert [media.url for media in alone.course.media] == ["media/-/media/bild.png"]
    film = SinglePart(replace(lookup, media=PlacedMedia()), TODAY, path="filmen.yaml").single()
    assert film.course is not None
    assert "media/filmen/quizzes/media/film.webm" in [media.url for media in film.course.media]


def test_a_text_that_is_not_saved_lies_over_the_one_that_is() -> None:
    tree = OverlaidTree(MemoryTree({"a.md": "gammal", "b.md": "kvar"}), {"a.md": "ny", "c.md": "till"})
    assert tree.paths() == ["a.md", "b.md", "c.md"]
    read = [blob.open().read().decode() for path in tree.paths() if (blob := tree.get(path)) is not None]
    assert read == ["ny", "kvar", "till"]
    assert tree.get("d.md") is None


@pytest.mark.parametrize("text", ["[" * 401, "> " * 1_001, "\n" * 1_201, "a" * 40_001, "\\" * 4_001])
def test_what_would_take_too_long_is_known_before(text: str) -> None:
    assert too_much(text)
    assert not too_much(text[: len(text) // 2])


def test_links_are_no_lone_brackets() -> None:
    assert not too_much("[lagen](law:blag-1) " * 500)
