"""Captions: WebVTT and SRT in, clean WebVTT out. Whatever the file holds, reading it never raises."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from course_builder.content.caption_text import clean, plain
from course_builder.content.problems import Code

LARGEST_FILE = 1_000_000
MOST_CUES = 5_000
MOST_PROBLEMS = 100

TOO_LARGE = Code(
    "captions-too-large", "error",
    "Undertextfilen är för stor.", "The caption file is too large.",
    "Den får vara högst 1 MB. Kontrollera att det är en textfil.",
    "At most 1 MB. Check that it is a text file.",
)  # fmt: skip
TOO_MANY = Code(
    "captions-too-many", "error",
    "Undertextfilen har fler än 5 000 undertexter.", "The caption file has more than 5,000 captions.",
    "Dela filmen i flera delar.", "Split the film into parts.",
)  # fmt: skip
NO_CUES = Code(
    "captions-empty", "error",
    "Undertextfilen har inga undertexter.", "The caption file has no captions.",
    "En undertext är en rad med tider, 00:01.000 --> 00:04.000, och under den texten.",
    "A caption is a line with times, 00:01.000 --> 00:04.000, and the text below it.",
)  # fmt: skip
NOT_UTF8 = Code(
    "captions-encoding", "warning",
    "Undertextfilen är inte sparad som UTF-8. Kontrollera att å, ä och ö är rätt.",
    "The caption file is not saved as UTF-8. Check the letters å, ä and ö.",
    "Spara den som UTF-8.", "Save it as UTF-8.",
)  # fmt: skip
BAD_TIME = Code(
    "captions-time", "error",
    "Tiden går inte att läsa.", "The time cannot be read.",
    "Skriv den som 00:01:05.000 --> 00:01:08.500.", "Write it as 00:01:05.000 --> 00:01:08.500.",
)  # fmt: skip
BACKWARDS = Code(
    "captions-backwards", "error",
    "Undertexten slutar innan den börjar.", "The caption ends before it starts.",
    "Byt plats på tiderna eller rätta en av dem.", "Swap the times or correct one of them.",
)  # fmt: skip
NO_TEXT = Code(
    "captions-no-text", "warning",
    "Undertexten är tom.", "The caption is empty.",
    "Skriv vad som hörs eller ta bort tiden.", "Write what is heard, or remove the time.",
)  # fmt: skip
NO_TIME = Code(
    "captions-no-time", "warning",
    "Texten har ingen tid och visas inte.", "The text has no time and is not shown.",
    "Sätt en rad med tider före den.", "Put a line with times before it.",
)  # fmt: skip

_CLOCK = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,3}))?"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?")
_DROPPED = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t].*)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """Shown from `start` until `end`, in milliseconds. `text` is WebVTT and HTML alike (caption_text)."""

    start: int
    end: int
    text: str
    line: int = 0

    @property
    def plain(self) -> str:
        return plain(self.text)


class Captions(NamedTuple):
    cues: tuple[Cue, ...]
    problems: tuple[tuple[int, Code], ...]
    """Line in the file, and what is wrong there."""


def parse(data: bytes | str) -> Captions:
    """The cues of a WebVTT or SRT file, in order of time."""
    if len(data) > LARGEST_FILE:
        return Captions((), ((1, TOO_LARGE),))
    problems: list[tuple[int, Code]] = []
    text = data if isinstance(data, str) else _decoded(data, problems)
    cues: list[Cue] = []
    for block in _blocks(text):
        found = _cue(block)
        if isinstance(found, Cue):
            cues.append(found)
        elif found is not None:
            problems.append(found)
        if len(cues) > MOST_CUES:
            problems.append((cues.pop().line, TOO_MANY))
            break
    if not cues:
        problems.append((1, NO_CUES))
    return Captions(
        tuple(sorted(cues, key=lambda cue: (cue.start, cue.end))), tuple(problems[:MOST_PROBLEMS])
    )


def write(cues: Iterable[Cue]) -> str:
    """The cues as clean WebVTT."""
    shown = (f"\n{_clock(cue.start)} --> {_clock(cue.end)}\n{cue.text}\n" for cue in cues)
    return "WEBVTT\n" + "".join(shown)


class _Block(NamedTuple):
    """Lines that stand together: at most one line of times, and what is below it."""

    line: int
    times: str | None
    text: list[str]


def _decoded(data: bytes, problems: list[tuple[int, Code]]) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        problems.append((1, NOT_UTF8))
        return data.decode("cp1252", errors="replace")


def _blocks(text: str) -> Iterator[_Block]:
    """Cut at empty lines and, since many files forget those, before each line of times."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    block = _Block(1, None, [])
    for number, line in enumerate(lines, 1):
        if "-->" in line:
            _drop_number(block)
            yield block
            block = _Block(number, line, [])
        elif line.strip():
            block = block if block.text or block.times else _Block(number, None, [])
            block.text.append(line)
        else:
            yield block
            block = _Block(number + 1, None, [])
    yield block


def _drop_number(block: _Block) -> None:
    """The line above the times is the next cue's own number or name, not text of this block."""
    if block.text and (block.times is None or block.text[-1].strip().isdigit()):
        block.text.pop()


def _cue(block: _Block) -> Cue | tuple[int, Code] | None:
    if block.times is None:
        return None if _silent(block) else (block.line, NO_TIME)
    times = _TIMES.fullmatch(block.times)
    start = _milliseconds(*times.groups()[:4]) if times else None
    end = _milliseconds(*times.groups()[4:]) if times else None
    if start is None or end is None:
        return block.line, BAD_TIME
    text = clean("\n".join(block.text))
    if end <= start:
        return block.line, BACKWARDS
    return Cue(start, end, text, block.line) if text else (block.line, NO_TEXT)


def _silent(block: _Block) -> bool:
    """Nothing here, the header, or a block that is not for the reader."""
    first = block.text[0] if block.text else ""
    return not first or bool(_DROPPED.fullmatch(first))


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int | None:
    if int(minutes) > 59 or int(seconds) > 59:
        return None
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "").ljust(3, "0"))


def _clock(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{thousandths:03}"
