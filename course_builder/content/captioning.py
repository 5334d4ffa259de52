"""Captions while they are written: lines from a page to clean cues, and what is worth a look on each of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from course_builder.content import caption_timing as timing
from course_builder.content.caption_text import clean
from course_builder.content.captions import BACKWARDS, MOST_CUES, Cue
from course_builder.content.checks.captions import FAST, LONG, OUTSIDE, OVERLAP
from course_builder.content.problems import Code, Place, Problem

MOST_MILLISECONDS = 24 * 3600 * 1000
LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Line:
    """As a person has it: `text` is plain, with line breaks; times in milliseconds."""

    start: int
    end: int
    text: str


def cues(lines: Sequence[Line]) -> tuple[Cue, ...]:
    """In order of time; a line without words, or one that ends before it begins, is not one yet."""
    made = (
        Cue(line.start, line.end, clean(escaped(line.text[:LONGEST_TEXT])), number)
        for number, line in enumerate(lines[:MOST_CUES], 1)
        if 0 <= line.start < line.end <= MOST_MILLISECONDS
    )
    return tuple(sorted((cue for cue in made if cue.text), key=lambda cue: (cue.start, cue.end)))


def lines_of(read: Iterable[Cue]) -> tuple[Line, ...]:
    """Cues as a person reads them."""
    return tuple(Line(cue.start, cue.end, cue.plain) for cue in read)


def escaped(text: str) -> str:
    """What a person types is words, also `<` and `&`."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def noticed(lines: Sequence[Line], milliseconds: int) -> Mapping[int, list[Problem]]:
    """By the number of the line, from 1: too long, too fast, over the next, backwards, after the film's end.

    `milliseconds` is the film's length, or 0 when it is not known.
    """
    found: dict[int, list[Problem]] = {}

    def tell(code: Code, number: int, **values: object) -> None:
        found.setdefault(number, []).append(code.at(Place("", number), line=number, **values))

    for number, line in enumerate(lines, 1):
        if line.text.strip() and line.end <= line.start:
            tell(BACKWARDS, number)
    made = cues(lines)
    for former, _ in timing.overlapping(made):
        tell(OVERLAP, former.line)
    for cue in timing.too_fast(made):
        tell(FAST, cue.line, speed=round(timing.speed(cue)), most=round(timing.FASTEST_SPEED))
    for cue in timing.too_long(made):
        tell(LONG, cue.line, lines=timing.MOST_LINES, wide=timing.WIDEST_LINE)
    for cue in timing.outside(made, milliseconds / 1000) if milliseconds else ():
        tell(OUTSIDE, cue.line)
    return found


def transcript(read: Iterable[Cue]) -> str:
    """The words of the film as running text: a new paragraph where nothing is said for three seconds."""
    paragraphs: list[list[str]] = []
    ended: int | None = None
    for cue in read:
        if ended is None or cue.start - ended > 3000:
            paragraphs.append([])
        paragraphs[-1].append(cue.plain.replace("\n", " "))
        ended = cue.end
    return "\n\n".join(" ".join(words) for words in paragraphs)
