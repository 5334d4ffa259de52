"""Two thousand damaged files of each kind, the same ones every time: questions of ours or told problems, never a fall."""

import io
import random
import re
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from course_builder.importing.aiken import read_aiken
from course_builder.importing.fitting import misfits
from course_builder.importing.gift import read_gift
from course_builder.importing.imported import Imported
from course_builder.importing.moodle_xml import read_moodle_xml
from course_builder.importing.question_table import read_question_table
from course_builder.importing.question_template import HEADER, ROWS
from course_builder.importing.word import read_word
from tests.hang import answered
from tests.importing.documents import document, paragraph, run
from tests.importing.ours import questions_of
from tests.importing.test_aiken import TYPED
from tests.importing.test_gift import ALL
from tests.importing.test_moodle_xml import ONE_OF_EACH, quiz
from tests.importing.test_word import WHOLE, read_as_lessons
from tests.importing.workbooks import packed, unpacked, workbook

SEED = 20261122
SIGNS = (
    "{", "}", "=", "~", "#", "\\", ":", "::", "->", "%50%", "\n\n", "*", "_", "___", "`", "[", "](", "<b>", "</text>", "&amp;",
    "]]>", "<![CDATA[", "\0", "\x85", "\u2028", "\u200b", "å", "{region.namn}", "<", ">", "A.", "ANSWER: B", ";", '"', "|", "- ",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            changed[place:place] = chance.choice(SIGNS).encode() * chance.choice([1, 1, 1, 1, 40])
        elif kind == 1:
            del changed[place : place + chance.randint(1, 40)]
        elif kind == 2 and place < len(changed):
            changed[place] = chance.randrange(256)
        elif kind == 3:
            changed[place:place] = changed[: chance.randint(0, 120)]
        else:
            sign = chance.choice(SIGNS).encode()
            changed[place : place + len(sign)] = sign
    return bytes(changed)


def gently(data: bytes, chance: random.Random) -> bytes:
    """Signs within the texts of an XML file, which stays whole."""
    text = data.decode()
    for _ in range(chance.randint(1, 6)):
        starts = [match.end() for match in re.finditer(r"<!\[CDATA\[", text)]
        place = chance.choice(starts) + chance.randrange(6)
        sign = chance.choice([sign for sign in SIGNS if not set(sign) & set("<>&]\0")])
        text = text[:place] + sign + text[place:]
    return text.encode()


def csv() -> bytes:
    return "\n".join(";".join(f'"{cell}"' for cell in row) for row in (HEADER, *ROWS)).encode()


READERS: dict[str, tuple[Callable[[bytes, str], Imported], bytes]] = {
    "gift": (read_gift, ALL.encode()),
    "moodle": (read_moodle_xml, quiz(*ONE_OF_EACH)),
    "typed": (read_aiken, TYPED.encode()),
    "table": (read_question_table, csv()),
}


def sound(found: Imported, thorough: bool = True) -> None:
    """Something was said or taken, and everything taken is one of ours."""
    assert found.questions or found.lessons or found.problems
    for problem in found.problems:
        assert problem.message("sv")
        assert problem.message("en")
    for one in found.questions if thorough else ():
        assert misfits(one.value, one.place) == ()


@pytest.mark.parametrize("kind", READERS)
def test_two_thousand_damaged_files_of_questions(kind: str) -> None:
    """trust 3, 4"""
    read, data = READERS[kind]
    chance = random.Random(SEED)
    taken = 0
    for number in range(2_000):
        gentle = kind == "moodle" and number % 2
        changed = gently(data, chance) if gentle else mutated(data, chance)
        with answered():
            found = read(changed, "a")
        sound(found, thorough=number % 20 == 0)
        taken += len(found.questions)
        if number % 80 == 0:
            questions_of(found)
    assert taken > 2_000


def test_damaged_workbooks_of_questions() -> None:
    data = workbook(("Frågor", [list(HEADER), *map(list, ROWS)]))
    chance, parts = random.Random(SEED), unpacked(data)
    for _ in range(150):
        sound(read_question_table(mutated(data, chance), "a"))
        name = chance.choice(list(parts))
        sound(read_question_table(packed(parts | {name: mutated(parts[name], chance)}), "a"))


def test_two_thousand_damaged_documents() -> None:
    """trust 2, 3, 4: as bytes, and with the parts inside changed, which a zip's own checksums do not notice."""
    data = document(*WHOLE)
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(SEED)
    taken = 0
    for number in range(2_000):
        if number % 4 == 0:
            changed = mutated(data, chance)
        else:
            name = chance.choice(["word/document.xml"] * 6 + list(parts))
            changed = repacked(parts | {name: mutated(parts[name], chance)})
        with answered():
            found = read_word(changed, "a.docx")
        sound(found)
        taken += len(found.lessons)
        if number % 40 == 0 and not any(
            problem.code.name == "import-describe" for one in found.lessons for problem in one.problems
        ):
            read_as_lessons(found)
    assert taken > 500


def repacked(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def moodle(kind: str, text: str) -> str:
    return f"<quiz><question type='{kind}'><questiontext format='markdown'><text>{text}</text></questiontext></question></quiz>"


WORST: dict[str, list[str]] = {
    "gift": ["{=" + "\\" * 40_000, "{" + "\n\nx" * 50_000 + "}", "Q {" + "~a" * 20_000 + "=b}", "[markdown]" + "![" * 20_000 + "{T}"],
    "moodle": [
        moodle("multianswer", "{1:SA:" + "~" * 100_000 + "}"), moodle("multianswer", "{1:SA:\\" * 20_000), moodle("essay", "![" * 90_000),
        "<quiz><question type='multichoice'>" + "<answer fraction='1'><text>a</text></answer>" * 20_000 + "</question></quiz>",
    ],
    "typed": [
        "*" * 50_000 + "\n" + "A. " * 20_000 + "\n" + "= " * 20_000, "Q\n" + "[x] a\n" * 50_000, "Q\nSvar: 1" + " " * 50_000 + "x",
        "Q\nSvar: " + "a " * 25_000 + "!",
    ],
    "table": ["Fråga;Rätt svar\n" + ("a|" * 900 + ";" + "= -> " * 300 + "\n") * 50, "Fråga;Rätt svar\nQ;1" + " " * 1_900 + "x"],
}  # fmt: skip


@pytest.mark.parametrize("kind", READERS)
def test_texts_that_take_longest(kind: str) -> None:
    """trust 19: fifty thousand signs of what a pattern likes least."""
    read, _ = READERS[kind]
    for text in (
        *WORST[kind],
        "{" * 50_000,
        "%50" * 20_000,
        "[" * 50_000,
        "<a " * 20_000,
        "::" * 25_000,
        " \t" * 25_000,
        "1." * 25_000,
    ):
        with answered():
            read(text.encode(), "a")


def test_a_document_of_ten_thousand_pieces() -> None:
    """trust 19"""
    changing = "".join(run(str(number), bold=number % 2 == 0) for number in range(10_000))
    with answered():
        found = read_word(document(paragraph(changing)), "a.docx")
    assert len(found.lessons) == 1
