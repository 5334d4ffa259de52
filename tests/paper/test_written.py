"""A text as paper: what stands in it, its headings and lists as tags, and the same words as are copied."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest

from course_builder.content.problems import Language
from course_builder.paper.agreed import Agreed
from course_builder.paper.minutes import Minutes, Told, minutes_text
from course_builder.paper.written import Block, blocks, written_pdf
from course_builder.paper.year import HeldHour, YearFacts, year_text
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES

STOOL = Agreed("En pall till vågrummet", "Receptionen", date(2027, 2, 4), "Barnet kliver upp själv")
MINUTES = Minutes(
    unit="Barnkliniken", title="Barnkonventionen och vårt uppdrag", starts=datetime(2026, 12, 10, 13, 0, tzinfo=UTC), minutes=60,
    place="Konferensrummet", leaders=("chef", "ombud"), present=11, agenda=("Välkommen", "Film och samtal"),
    earlier=(replace(STOOL, what="Namnet först", outcome="done", came_of_it=("Barnen märker det",), sign=""),),
    themes=("Väntan", "Samtal enskilt"), note="", actions=(STOOL,), evaluation=(Told("Vet du vad?", (("Ja", 9), ("Nej", 1))),),
)  # fmt: skip
YEAR = YearFacts(
    unit="Barnkliniken", year=2026, hours=(HeldHour(date(2026, 12, 10), "Barnkonventionen och vårt uppdrag", 60, 11),),
    rep=((date(2026, 3, 1), date(2026, 12, 31)),), articles=((3, "Barnets bästa"),), actions=(STOOL,),
    routines=("Orosanmälan, Rutinhandboken",),
)  # fmt: skip


def paper(text: str, language: Language = "sv") -> bytes:
    return written_pdf(text, "Barnkliniken, 2026", language, FolderTree(TEMPLATES), FolderTree(BUILT))


def words(pdf: bytes) -> str:
    made = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(made.stdout.decode().split())


def test_the_notes_say_what_was_done_and_agreed() -> None:
    assert minutes_text(MINUTES, "sv") == (
        "Minnesanteckningar\n"
        "Barnkliniken: Barnkonventionen och vårt uppdrag\n\n"
        "10 december 2026 kl. 14.00, 60 minuter. Plats: Konferensrummet. Leddes av chef och ombud. Antal närvarande: 11.\n\n"
        "Det här gjorde vi\n- Välkommen\n- Film och samtal\n\n"
        "Uppföljning från förra gången\n"
        "- Namnet först. Klar. Vad det ledde till: Barnen märker det.\n\n"
        "Det här pratade vi om\n- Väntan\n- Samtal enskilt\n\n"
        "Det här kom vi överens om\n"
        "- En pall till vågrummet. Ansvarig: Receptionen. Följs upp 4 februari 2027. "
        "Så märker ett barn det: Barnet kliver upp själv.\n\n"
        "Vad vi tyckte om timmen\n- Vet du vad? Ja: 9, Nej: 1.\n\n"
        "Anteckningarna innehåller inga namn och ingenting om enskilda barn eller patienter.\n"
    )


def test_the_year_says_it_in_english_too() -> None:
    assert year_text(YEAR, "en") == (
        "Child rights in our unit 2026\nBarnkliniken\n\n"
        "APT hours\nWe held one APT hour on the rights of the child.\n"
        "- 10 December 2026: Barnkonventionen och vårt uppdrag, 60 minutes, 11 present\n\n"
        "What we worked with\n- Article 3: Barnets bästa\n\n"
        "Actions and what they meant for children\n"
        "- En pall till vågrummet. Open. To be followed up 4 February 2027. "
        "How a child notices: Barnet kliver upp själv.\n\n"
        "Child rights representative\nThe unit had a representative 1 March 2026 to 31 December 2026.\n\n"
        "Routines\n- Orosanmälan, Rutinhandboken\n"
    )


def test_a_text_is_a_title_headings_texts_and_lists() -> None:
    assert list(blocks("Vårt år\r\n\r\nDet gick bra.\nMycket bra.\n- ett\n- två\n\nSedan\nSlut.")) == [
        Block("title", ("Vårt år",)),
        Block("text", ("Det gick bra.", "Mycket bra.")),
        Block("list", ("ett", "två")),
        Block("heading", ("Sedan",)),
        Block("text", ("Slut.",)),
    ]
    assert list(blocks("")) == []


@pytest.mark.parametrize("text", [minutes_text(MINUTES, "sv"), year_text(YEAR, "sv")])
def test_the_paper_has_the_words_of_the_text_and_is_tagged(text: str) -> None:
    pdf = paper(text)
    said = words(pdf)
    for block in blocks(text):
        for line in block.lines:
            assert line in said
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.StructTreeRoot is not None
        assert document.Root.Lang == "sv"
        assert str(document.docinfo["/Title"]) == text.partition("\n")[0]
        tags = {
            str(one.S)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        }
    assert {"/H1", "/H2", "/L", "/LI", "/P"} <= tags


def test_what_people_write_is_text_on_the_paper() -> None:
    assert "<b>fet</b> & {{ region }}" in words(paper("Vårt år\n\n<b>fet</b> & {{ region }} är text."))
