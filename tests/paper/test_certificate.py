"""The certificate is one page that a screen reader can follow, whatever the name and the course are called."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from course_builder.content.problems import Language
from course_builder.paper.certificate import Facts, certificate_pdf, contents
from course_builder.paper.certificate_words import WORDS, parts_of
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from tests.packaging.tiny import tiny

FACTS = Facts(
    name="Amir Ombud",
    course="Grundutbildning för barnrättsombud",
    course_language="sv",
    contents=("Från konvention till svensk lag", "Barnet som patient", "Ombudets uppdrag"),
    minutes=220,
    on=date(2026, 3, 14),
    passed=True,
    version=4,
    valid_until=date(2028, 3, 14),
    region="Region Björkdalen",
    issued=date(2026, 3, 15),
    address="https://barnratt.example.se/verify/3f0a9c27b1d4e85560718293a4b5c6d7",
    number="3f0a9c27b1d4e85560718293a4b5c6d7",
    check_code="7KQ4-2MXD",
)
CROWDED = replace(
    FACTS,
    name="Ánne-Márjá Čohkkiras-Žukowska von Grönberg Åkerström af Nilsson",
    course="Fördjupning i barnets rättigheter för den som möter barn varje dag i vården och i tandvården",
    contents=tuple(f"En modul med en ganska lång rubrik som kräver två rader ({n})" for n in range(20)),
)


def made(facts: Facts, language: Language = "sv") -> bytes:
    return certificate_pdf(facts, language, FolderTree(TEMPLATES), FolderTree(BUILT))


def text(pdf: bytes, folder: Path) -> str:
    """What a person reads, with every run of white space as one space."""
    file = folder / "certificate.pdf"
    file.write_bytes(pdf)
    read = subprocess.run(["/usr/bin/pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


@pytest.mark.parametrize(
    "facts", [FACTS, CROWDED, replace(FACTS, contents=())], ids=["usual", "crowded", "bare"]
)
def test_it_is_one_tagged_a4(facts: Facts) -> None:
    with pikepdf.open(BytesIO(made(facts))) as document:
        assert len(document.pages) == 1
        left, bottom, right, top = (float(edge) for edge in document.pages[0].mediabox)
        assert (round(right - left), round(top - bottom)) == (595, 842)
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "sv"
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == f"Intyg: {facts.course}, {facts.name}"


def test_headings_the_list_and_the_code_are_tagged_as_such() -> None:
    with pikepdf.open(BytesIO(made(FACTS))) as document:
        things = [
            thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing
        ]
        kinds = [str(thing.S) for thing in things]
        described = [str(thing.Alt) for thing in things if thing.S == "/Figure"]
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/LI")) == (1, 1, 3)
    assert described == [WORDS["sv"]["qr"]]


def test_it_says_what_was_taken_and_when_in_swedish(tmp_path: Path) -> None:
    read = text(made(FACTS), tmp_path)
    assert "har gått Grundutbildning för barnrättsombud, tre moduler, med godkänt resultat." in read
    for words in ("Intyg Amir Ombud", "Godkänd 14 mars 2026", "Gäller till 14 mars 2028",
                  "Omfattning 3 timmar och 40 minuter", "Kursversion 4", "Region Björkdalen, utfärdat 15 mars 2026",
                  "Kontrollkod 7KQ4-2MXD", "Nummer 3f0a 9c27 b1d4 e855 6071 8293 a4b5 c6d7"):  # fmt: skip
        assert words in read, words


def test_it_says_the_same_in_english_and_leaves_titles_as_they_are(tmp_path: Path) -> None:
    pdf = made(replace(FACTS, passed=None, valid_until=None), "en")
    read = text(pdf, tmp_path)
    assert "has taken Grundutbildning för barnrättsombud, three modules." in read
    assert "Completed 14 March 2026" in read
    assert "Valid until" not in read
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.Lang == "en"


def test_a_name_is_text_never_markup(tmp_path: Path) -> None:
    read = text(made(replace(FACTS, name="<b>Åsa & Co</b>")), tmp_path)
    assert "<b>Åsa & Co</b>" in read


def test_the_code_leads_to_the_page_that_verifies(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made(FACTS))) as document:
        links = [str(note.A.URI) for note in document.pages[0].Annots if "/A" in note and "/URI" in note.A]
    assert links == [FACTS.address]


def test_contents_are_the_modules_of_a_course() -> None:
    assert contents(tiny()) == tuple(module.title for module in tiny().modules)


def test_numbers_in_words() -> None:
    assert [parts_of(many, "sv") for many in (2, 12, 13)] == ["två moduler", "tolv moduler", "13 moduler"]
    assert parts_of(6, "en") == "six modules"


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["sv"].keys() == WORDS["en"].keys()
    assert not any(re.search(r"certifikat|diplom", word, re.I) for word in WORDS["sv"].values())
