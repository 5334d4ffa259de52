"""Courses to measure on: the small one of the comparison, long ones, and one with a large film."""

import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

TEXT = (
    "ett barn har rätt att bli lyssnat till och att få veta vad som ska hända innan någon bestämmer något som rör "
    "barnet därför frågar vi först förklarar lugnt och väntar in svaret i mottagningen på avdelningen och i "
    "samtalet hemma möter vi familjer som har olika vägar hit och olika sätt att berätta om det som är svårt"
)
WORDS = TEXT.split()
PICTURE_SIDE = 374  # noise of one byte a pixel, which does not compress: 141 kB
SENTENCE = 12
PARAGRAPH = 60


def small(folder: Path) -> Path:
    """Five lessons of 300 words, one picture of 141 kB, ten choice questions."""
    return course(folder, lessons=5, words=300, questions=10, picture=True)


def course(
    folder: Path, lessons: int, words: int, questions: int, picture: bool = False, film: str = ""
) -> Path:
    dice = random.Random(lessons * 1000 + words)  # noqa: S311 -- the same course every time
    folder.mkdir(parents=True)
    names = [f"avsnitt-{number}" for number in range(1, lessons + 1)]
    for number, name in enumerate(names):
        extra = "\n![Ett mönster i grått](media/bild.png)\n" if picture and number == 0 else ""
        extra += film if number == 0 else ""
        (folder / f"{name}.md").write_text(lesson(name, words, dice) + extra, "utf-8")
    if picture:
        (folder / "media").mkdir(exist_ok=True)
        (folder / "media" / "bild.png").write_bytes(noise(PICTURE_SIDE, dice))
    if questions:
        (folder / "fragor.yaml").write_text("".join(quiz(questions, dice)), "utf-8")
    (folder / "course.yaml").write_text("".join(outline(folder.name, names, bool(questions))), "utf-8")
    return folder


def sentence(dice: random.Random, length: int = SENTENCE) -> str:
    return " ".join(dice.choices(WORDS, k=length)).capitalize() + "."


def lesson(name: str, words: int, dice: random.Random) -> str:
    paragraphs = (
        " ".join(sentence(dice) for _ in range(PARAGRAPH // SENTENCE)) for _ in range(words // PARAGRAPH)
    )
    return f"---\nid: {name}\n---\n# {name.capitalize()}\n\n" + "\n\n".join(paragraphs) + "\n"


def quiz(count: int, dice: random.Random) -> Iterator[str]:
    yield "kind: quiz\nid: fragor\ntitle: Frågor\npass: 80%\nquestions:\n"
    for number in range(count):
        yield f"  - id: fraga-{number}\n    kind: choice\n    ask: {sentence(dice, 8)}\n    options:\n"
        for place, kind in enumerate(("right", "wrong", "wrong")):
            yield f"      - id: svar-{number}-{place}\n        {kind}: {sentence(dice, 4)}\n"
            yield f"        because: {sentence(dice)}\n"


def outline(identifier: str, names: list[str], has_quiz: bool) -> Iterator[str]:
    yield f"id: {identifier}\ntitle: En kurs att mäta på\nlanguage: sv\nsummary: Text ur en ordlista.\n"
    yield "audience:\n  - ombud\nkind: self-paced\ncompletion:\n  lessons: all\n  quizzes: passed\n  pass: 80%\n"
    yield "modules:\n  - id: modul\n    title: Modul\n    goals:\n      - mäta\n    lessons:\n"
    yield from (f"      - {name}.md\n" for name in names)
    if has_quiz:
        yield "      - quiz: fragor\n"


def noise(side: int, dice: random.Random) -> bytes:
    """A grey PNG that no compression makes smaller."""
    rows = b"".join(b"\0" + dice.randbytes(side) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
