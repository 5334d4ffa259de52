"""Which form a file is in, and what is in it."""

from collections.abc import Callable, Mapping

from course_builder.content.problems import Place
from course_builder.importing import told
from course_builder.importing.aiken import read_aiken
from course_builder.importing.beginning import begins
from course_builder.importing.gift import read_gift
from course_builder.importing.imported import Imported, nothing
from course_builder.importing.moodle_xml import read_moodle_xml
from course_builder.importing.odt import KIND
from course_builder.importing.question_table import pasted_question_table, read_question_table
from course_builder.importing.text_file import text_of
from course_builder.importing.word import read_word
from course_builder.importing.word_file import DOCUMENT

Reader = Callable[[bytes, str], Imported]
READERS: Mapping[str, Reader] = {
    "typed": read_aiken, "gift": read_gift, "moodle": read_moodle_xml, "table": read_question_table, "word": read_word,
}  # fmt: skip
LARGEST = 60_000_000
"""Bytes; a document holds its pictures."""
OTHERS: Mapping[bytes, tuple[str, str]] = {
    b"%PDF-": ("en PDF", "a PDF"),
    b"{\\rtf": ("ett RTF-dokument", "an RTF document"),
    **dict.fromkeys((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), ("en bild", "a picture")),
    **dict.fromkeys((b"<!doctype html", b"<!DOCTYPE html", b"<html"), ("en webbsida", "a web page")),
}
"""How other files begin that people bring, and what they are."""
PACKED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(data: bytes, name: str, form: str = "") -> Imported:
    """`form` is a key of READERS; any other, and we look for ourselves. What cannot be read is told, never raised."""
    for start, (sv, en) in OTHERS.items():
        if begins(data, start):
            return nothing(told.OTHER_FILE.at(Place(name), as_sv=sv, as_en=en))
    return READERS.get(form, READERS[guessed(data, name)])(data, name)


def read_pasted(text: str, name: str, form: str = "") -> Imported:
    """Cells copied from a spreadsheet have tabs between them."""
    data = text.encode("utf-8", "replace")
    guess = form if form in READERS else guessed(data, name)
    return pasted_question_table(text, name) if guess == "table" else READERS[guess](data, name)


def guessed(data: bytes, name: str) -> str:
    suffix = name.lower().rpartition(".")[2]
    if data.startswith(PACKED):
        is_document = DOCUMENT.encode() in data or KIND in data[:200] or suffix in ("docx", "odt")
        return "word" if is_document else "table"
    if data.startswith(OLD):
        return "word" if suffix in ("doc", "docx", "odt") else "table"
    text = text_of(data, name)
    if not isinstance(text, str):
        return {"docx": "word", "xlsx": "table", "csv": "table", "xml": "moodle"}.get(suffix, "gift")
    if text.lstrip().startswith("<") or suffix == "xml":
        return "moodle"
    first = text.lstrip().partition("\n")[0]
    if suffix == "csv" or "\t" in first or (first.count(";") > 1 and "{" not in first):
        return "table"
    return "gift" if ("{" in text and "}" in text) or suffix == "gift" else "typed"
