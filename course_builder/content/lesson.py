"""From a lesson's text to its blocks, every problem on its own line of the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from course_builder.content.blocks import FENCED, Block
from course_builder.content.blocks.fence import shaped
from course_builder.content.blocks.text import Text
from course_builder.content.ids import IdFinder
from course_builder.content.links import headings, links
from course_builder.content.media import Media, MediaFinder
from course_builder.content.models.lesson import Lesson, LessonHead
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.validate import MEDIA_KIND, MEDIA_MISSING, MEDIA_PATH, validate
from course_builder.content.yamltext import NodeMap, parse

FENCE = re.compile(r"^(?P<marks>`{3,}|~{3,})\s*(?P<name>[^\s`]*)\s*$")
FRONT = "---"

UNKNOWN_BLOCK = Code("unknown-block", "error", "Det finns inget block som heter {name}.", "There is no block called {name}.", "{hint_sv}", "{hint_en}")  # fmt: skip
OPEN_BLOCK = Code("open-block", "error", "Blocket {name} avslutas aldrig.", "The block {name} is never closed.", "Skriv {marks} på en egen rad efter blocket.", "Write {marks} on a line of its own after the block.")  # fmt: skip
OPEN_FRONT = Code("open-front-matter", "error", "Huvudet avslutas aldrig.", "The front matter is never closed.", "Skriv --- på en egen rad efter huvudet.", "Write --- on a line of its own after it.")  # fmt: skip
EMPTY_BLOCK = Code("empty-block", "error", "Blocket {name} är tomt.", "The block {name} is empty.")
NO_TITLE = Code("no-title", "error", "Avsnittet har ingen rubrik.", "The lesson has no title.", "Börja med en rad: # Rubrik", "Begin with a line: # Title")  # fmt: skip
NO_TEXT = Code("empty-lesson", "error", "Avsnittet är tomt.", "The lesson is empty.", "Skriv något, eller ta bort det ur course.yaml.", "Write something, or remove it from course.yaml.")  # fmt: skip

PICTURE_PROBLEMS: Mapping[str, Code] = {
    "media_missing": MEDIA_MISSING,
    "media_path": MEDIA_PATH,
    "media_kind": MEDIA_KIND,
}


@dataclass
class LessonReading:
    lesson: Lesson | None = None
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Fence:
    """A run of lines: Markdown (`name` is empty) or the inside of a fenced block. `line` is the first inside."""

    name: str
    text: str
    line: int
    indent: int = 0


def read_lesson(text: str, file: str, media: MediaFinder, ids: IdFinder) -> LessonReading:
    reading = LessonReading()
    head, body, line = _front_matter(text, file, reading, ids)
    context = {"media": media}
    blocks = tuple(_blocks(body, line, file, context, ids, reading))
    title = head.title or next(
        (found.title for found in headings(body, file, line) if found.level == 1), None
    )
    if not body.strip():
        reading.problems.append(NO_TEXT.at(Place(file)))
    elif title is None:
        reading.problems.append(NO_TITLE.at(Place(file, line)))
    if head.id is not None and title is not None:
        reading.lesson = Lesson(head.id, title, head.minutes, file, blocks, Place(file), body)
    return reading


def _front_matter(text: str, file: str, reading: LessonReading, ids: IdFinder) -> tuple[LessonHead, str, int]:
    lines = text.splitlines(keepends=True)
    front, body, line = "", text, 1
    if lines and lines[0].rstrip() == FRONT:
        end = next((number for number, content in enumerate(lines[1:], 1) if content.rstrip() == FRONT), None)
        if end is None:
            reading.problems.append(OPEN_FRONT.at(Place(file)))
            return LessonHead(), "", 1
        front, body, line = "".join(lines[1:end]), "".join(lines[end + 1 :]), end + 2
    parsed = parse(front, file, 2)
    reading.problems += parsed.problems
    value = parsed.value
    if value is None:
        value = NodeMap()
        value.place, value.keys_at, value.values_at = Place(file, 2 if front or line > 1 else 1), {}, {}
    reading.problems += ids.complete(value, LessonHead, bare=line == 1)
    head, problems = validate(LessonHead, value, Place(file, 2))
    reading.problems += problems
    return head or LessonHead(), body, line


def _blocks(
    body: str, line: int, file: str, context: Mapping[str, Any], ids: IdFinder, reading: LessonReading
) -> Iterator[Block]:
    for fence in fences(body, line, file, reading.problems):
        if not fence.name:
            yield Text(fence.text, fence.line, _pictures(fence, file, context["media"], reading))
            continue
        block = _fenced(fence, file, context, ids, reading)
        if block is not None:
            yield block


def _fenced(
    fence: Fence, file: str, context: Mapping[str, Any], ids: IdFinder, reading: LessonReading
) -> Block | None:
    parsed = parse(fence.text, file, fence.line, fence.indent)
    reading.problems += parsed.problems
    if not isinstance(parsed.value, NodeMap):
        if not parsed.problems:
            reading.problems.append(EMPTY_BLOCK.at(Place(file, fence.line - 1), name=fence.name))
        return None
    value = shaped(fence.name, parsed.value)
    model = FENCED[fence.name]
    reading.problems += ids.complete(value, model)
    block, problems = validate(model, value, Place(file, fence.line), context)
    reading.problems += problems
    return block


def _pictures(fence: Fence, file: str, media: MediaFinder, reading: LessonReading) -> dict[str, Media]:
    found: dict[str, Media] = {}
    for link in links(fence.text, file, fence.line):
        if not link.picture:
            continue
        media_file = media.find(link.target)
        if isinstance(media_file, Media):
            found[link.target] = media_file
        else:
            reading.problems.append(PICTURE_PROBLEMS[media_file].at(link.place, path=link.target))
    return found


def fences(body: str, line: int, file: str, problems: list[Problem]) -> Iterator[Fence]:
    """The body as runs of Markdown and fenced blocks; a fence without a name is code and stays Markdown."""
    lines = body.splitlines(keepends=True)
    start = number = 0
    while number < len(lines):
        opening = FENCE.match(lines[number].rstrip())
        if opening is None:
            number += 1
            continue
        end = _closing(lines, number, opening["marks"])
        name = opening["name"]
        place = Place(file, line + number, 1)
        if end is None:
            problems.append(OPEN_BLOCK.at(place, name=name or opening["marks"], marks=opening["marks"]))
            end = len(lines)
        if name and name not in FENCED:
            problems.append(_unknown(name, place))
        if name:
            yield from _text(lines[start:number], line + start)
            if name in FENCED:
                yield Fence(name, "".join(lines[number + 1 : end]), line + number + 1)
            start = end + 1
        number = end + 1
    yield from _text(lines[start:], line + start)


def _closing(lines: list[str], number: int, marks: str) -> int | None:
    for offset, content in enumerate(lines[number + 1 :], number + 1):
        if content.strip() == marks:
            return offset
    return None


def _text(lines: list[str], line: int) -> Iterator[Fence]:
    if any(content.strip() for content in lines):
        yield Fence("", "".join(lines), line)


def _unknown(name: str, place: Place) -> Problem:
    close = get_close_matches(name, FENCED, n=1)
    listed = ", ".join(sorted(FENCED))
    if close:
        return UNKNOWN_BLOCK.at(
            place, name=name, hint_sv=f"Menade du {close[0]}?", hint_en=f"Did you mean {close[0]}?"
        )
    return UNKNOWN_BLOCK.at(place, name=name, hint_sv=f"Här går: {listed}.", hint_en=f"Known here: {listed}.")
