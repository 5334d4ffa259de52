"""Files that people bring by mistake: what they are is told, and what to save instead."""

import pytest

from course_builder.importing.any_file import read
from course_builder.importing.sheet import SheetError, read_sheet


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n1 0 obj", "en PDF"),
        (b"{\\rtf1\\ansi hej}", "ett RTF-dokument"),
        (b"\xff\xd8\xff\xe0JFIF", "en bild"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>", "en webbsida"),
    ],
)
def test_what_the_file_is(data: bytes, told: str) -> None:
    found = read(data, "fil.txt")
    assert (found.questions, found.lessons) == ((), ())
    (problem,) = found.problems
    assert problem.line("sv").startswith(f"fil.txt:1:1 error import-other-file Filen är {told} och går inte")


@pytest.mark.parametrize("data", [b"<html><table><tr><td>Namn</td></tr></table>", b"\xef\xbb\xbf<?xml?><Workbook/>", b"%PDF-1.7\nNamn;Kurs\nx;y"])  # fmt: skip
def test_a_page_that_only_calls_itself_a_spreadsheet(data: bytes) -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(data, "lista.xls")
    assert "spara den som XLSX" in refused.value.words("sv")
    assert "save it as XLSX" in refused.value.words("en")


def test_what_is_said_to_who_was_right_is_told_where_the_question_has_a_word_of_its_own() -> None:
    (question,) = read("Barn har rätt. {T#fel#rätt####Så är det.}".encode(), "f.gift").questions
    assert (question.value["because"], question.value["otherwise"]) == ("Så är det.", "fel")
    assert [problem.values["text"] for problem in question.problems] == ["rätt"]
