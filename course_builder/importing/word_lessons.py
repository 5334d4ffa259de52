"""The blocks of a document as lessons: a heading of level 1 begins one, and no heading skips a level."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from course_builder.content.plain import plain
from course_builder.content.problems import Place, Problem
from course_builder.content.sources import CONTROLS, LESSON_BYTES
from course_builder.importing import told
from course_builder.importing.html_lesson import Piece
from course_builder.importing.imported import TakenLesson
from course_builder.importing.markdown_blocks import note
from course_builder.importing.markdown_text import escaped

LONGEST_BOLD = 80


def lessons(found: Sequence[Piece], name: str) -> tuple[list[TakenLesson], list[Problem]]:
    """Those that can be taken in, and why others cannot."""
    said: list[Problem] = []
    notes = [piece for piece in found if piece.kind == "note"]
    body = [piece for piece in found if piece.kind not in ("note", "title")]
    if not any(piece.kind == "heading" for piece in body):
        body, changed = _with_bold(body)
        said += [told.BOLD.at(Place(name))] * changed
    title = next((piece.text for piece in found if piece.kind == "title"), "")
    made = []
    for first, rest in _parted(_raised(body)):
        heading = first.text if first else title or escaped(PurePath(name).stem)
        lesson = _lesson(heading, rest, notes, Place(name, first.number if first else 1))
        if len(lesson.text.encode()) > LESSON_BYTES:
            said.append(told.LONG_LESSON.at(Place(name), title=lesson.title))
        else:
            made.append(lesson)
    return made, said


def _with_bold(body: Sequence[Piece]) -> tuple[list[Piece], bool]:
    """Lines of bold text alone, as headings: many write them so."""
    made = [
        replace(piece, kind="heading", level=2, text=piece.text.strip("*"))
        if _looks_like_heading(piece)
        else piece
        for piece in body
    ]
    return made, made != list(body)


def _looks_like_heading(piece: Piece) -> bool:
    return (
        piece.bold
        and piece.text.startswith("**")
        and len(piece.text) <= LONGEST_BOLD
        and "\n" not in piece.text
    )


def _raised(body: Sequence[Piece]) -> list[Piece]:
    """Without a heading of level 1: a single highest one that comes first is the title, else they are all sections."""
    levels = [piece.level for piece in body if piece.kind == "heading"]
    highest = min(levels, default=1)
    is_title = levels.count(highest) == 1 and body[0].level == highest
    lift = highest - (1 if is_title else 2)
    if highest == 1 or lift == 0:
        return list(body)
    return [replace(piece, level=piece.level - lift) if piece.level else piece for piece in body]


def _parted(body: Sequence[Piece]) -> Iterator[tuple[Piece | None, list[Piece]]]:
    """Each heading of level 1 with what follows it; what stands before the first belongs to nothing."""
    first: Piece | None = None
    rest: list[Piece] = []
    for piece in body:
        if piece.level == 1:
            if first or rest:
                yield first, rest
            first, rest = piece, []
        else:
            rest.append(piece)
    if first or rest:
        yield first, rest


def _lesson(heading: str, rest: Sequence[Piece], notes: Sequence[Piece], place: Place) -> TakenLesson:
    made, level = [f"# {heading}"], 1
    for piece in rest:
        if piece.kind == "heading":
            level = min(piece.level, level + 1)
            made.append(f"{'#' * level} {piece.text}")
        else:
            made.append(piece.text)
    text = "\n\n".join(made)
    made += [note(one.name, one.text) for one in notes if f"[^{one.name}]" in text]
    text = CONTROLS.sub("", "\n\n".join(made)) + "\n"
    return TakenLesson(plain(heading), text, place)
