"""Word documents become lessons that read as every other lesson does."""

import pytest

from course_builder.importing.imported import Imported
from course_builder.importing.word import read_word
from tests.importing.documents import (
    LIBRE_STYLES,
    PNG,
    document,
    footnote,
    link,
    paragraph,
    picture,
    run,
    table,
)
from tests.importing.ours import course_of, told, values


def read_as_lessons(found: Imported) -> None:
    """Each of them alone in a course, through the models and the checks."""
    media: dict[str, str | bytes] = {one.path: one.data for one in found.pictures}
    for number, lesson in enumerate(found.lessons):
        text = f"---\nid: avsnitt-{number}\n---\n{lesson.text}"
        made = course_of({"a.md": text, **media}, "a.md")
        assert [part.title for part in made.parts] == [lesson.title]


WHOLE = (
    paragraph("Barnets rätt i vården", "Rubrik"),
    paragraph("Innehåll\t1", "Innehll1"),
    paragraph("Från konvention till lag", "Rubrik1"),
    paragraph(run("Konventionen ") + run("antogs", bold=True) + run(" 1989") + footnote() + run(". Se ") + link("lagen") + run(".")),
    paragraph("Tidslinje", "Rubrik3"),
    paragraph("1989 antas den", "Liststycke", 1),
    paragraph("av FN", "Liststycke", 1, 1),
    paragraph("2020 blir den lag", "Liststycke", 1),
    table(["År", "Händelse"], ["1989", "Antas | tas"], ["2020", "Blir lag"]),
    paragraph("Barn är inte små vuxna.", "Citat"),
    paragraph("Hos oss", "Rubrik1"),
    paragraph("Börja så här:", ""),
    paragraph("Säg barnets namn", "Liststycke", 2),
    paragraph("Titta på barnet", "Liststycke", 2),
    paragraph(picture("Ett barn på en brits")),
    paragraph("# 1. Inte en rubrik <b> {region.namn}"),
)  # fmt: skip


def test_a_document_of_words_own() -> None:
    found = read_word(document(*WHOLE), "Barnets rätt.docx")
    assert found.title == "Barnets rätt i vården"
    first, second = found.lessons
    assert (
        first.text
        == """\
# Från konvention till lag

Konventionen **antogs** 1989[^2]. Se [lagen](https://lagen.example/1).

## Tidslinje

- 1989 antas den
    - av FN
- 2020 blir den lag

| År | Händelse |
| --- | --- |
| 1989 | Antas \\| tas |
| 2020 | Blir lag |

> Barn är inte små vuxna.

[^2]: Artiklarna 1–42.
"""
    )
    assert (
        second.text
        == """\
# Hos oss

Börja så här:

1. Säg barnets namn
2. Titta på barnet

![Ett barn på en brits](media/barnets-ratt-1.png)

\\# 1. Inte en rubrik \\<b> { region.namn}
"""
    )
    assert [(one.path, one.data) for one in found.pictures] == [("media/barnets-ratt-1.png", PNG)]
    assert told(found) == []
    read_as_lessons(found)


def test_a_document_of_libreoffice() -> None:
    found = read_word(
        document(
            paragraph("Första", "Heading1"), paragraph("Text", "Brdtext"), paragraph("Under", "Heading2"),
            paragraph("Mer", "Brdtext"), paragraph("Andra", "Heading1"), paragraph("Slut", "Brdtext"), styles=LIBRE_STYLES,
        ),
        "a.docx",
    )  # fmt: skip
    assert [lesson.text for lesson in found.lessons] == [
        "# Första\n\nText\n\n## Under\n\nMer\n", "# Andra\n\nSlut\n",
    ]  # fmt: skip
    read_as_lessons(found)


def test_headings_that_are_only_bold() -> None:
    found = read_word(
        document(paragraph(run("Inledning", bold=True)), paragraph("Text"), paragraph(run("Mer", bold=True)), paragraph("Slut")),
        "Min kurs.docx",
    )  # fmt: skip
    assert [lesson.text for lesson in found.lessons] == [
        "# Min kurs\n\n## Inledning\n\nText\n\n## Mer\n\nSlut\n"
    ]
    assert told(found) == ["1 import-bold"]
    read_as_lessons(found)


def test_a_single_heading_is_the_title() -> None:
    found = read_word(
        document(paragraph("Titeln", "Rubrik2"), paragraph("Text"), paragraph("Under", "Rubrik3")), "a.docx"
    )
    assert [lesson.text for lesson in found.lessons] == ["# Titeln\n\nText\n\n## Under\n"]


def test_text_before_the_first_heading_has_the_files_name() -> None:
    found = read_word(
        document(paragraph("Förord"), paragraph("Ett", "Rubrik1"), paragraph("Text")), "Kurs_1.docx"
    )
    assert [lesson.title for lesson in found.lessons] == ["Kurs_1", "Ett"]
    read_as_lessons(found)


def test_pictures_ask_for_their_descriptions() -> None:
    guess = "Ett rum&#10;&#10;Automatiskt genererad beskrivning"
    found = read_word(
        document(
            paragraph("Bilder", "Rubrik1"), paragraph(picture("")), paragraph(picture(guess).replace("&amp;", "&")),
            paragraph(picture("En ritning", "rOld")), paragraph(picture("Utifrån", "rOutside").replace("r:embed", "r:link")),
        ),
        "a.docx",
    )  # fmt: skip
    assert [lesson.text for lesson in found.lessons] == [
        "# Bilder\n\n![](media/a-1.png)\n\n![Ett rum](media/a-1.png)\n"
    ]
    assert sorted(told(found)) == [
        "1 import-describe",
        "1 import-drawing",
        "1 import-guessed",
        "1 import-picture",
    ]


def test_tables_of_questions_become_questions() -> None:
    found = read_word(
        document(
            paragraph("Frågor", "Rubrik1"), paragraph("Svara nu."),
            table(["Fråga", "Rätt svar", "Fel svar 1"], ["Vad?", "Det", "Detta"], ["", "a", "b"]),
            table(["Vem", "Vad"], ["Bo", "Ring"]),
        ),
        "a.docx",
    )  # fmt: skip
    assert values(found) == [
        {"kind": "choice", "ask": "Vad?", "options": [{"right": "Det"}, {"wrong": "Detta"}]}
    ]
    assert told(found) == ["3 import-no-ask"]
    assert "Vem" in found.lessons[0].text
    assert "Fel svar" not in found.lessons[0].text


def test_what_does_not_come_along_is_told() -> None:
    formula = "<w:p><m:oMath><m:r/></m:oMath></w:p>".replace("<w:p>", '<w:p xmlns:m="x">')
    remark = '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    found = read_word(document(formula, remark, table(["a", "b"], ["c", "d"], span=2)), "a.docx")
    assert told(found) == ["1 import-comment", "1 import-formula", "1 import-merged"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-word"),
        (b"Vanlig text", "no-word"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old-word"),
        (document()[:-40], "no-word"),
        (document(), "empty-word"),
        (document(paragraph(" ")), "empty-word"),
        (document(more={"word/document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "broken-word"),
        (document(more={"word/document.xml": b"<x>"}), "broken-word"),
        (document(more={"word/document.xml": b"<w:x>" * 50_000}), "broken-word"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_no_document(data: bytes, code: str) -> None:
    """trust 2, 3, 4"""
    assert told(read_word(data, "a.docx")) == [f"1 import-{code}"]


def test_a_lesson_longer_than_a_lesson_can_be() -> None:
    found = read_word(document(paragraph("Lång", "Rubrik1"), *[paragraph("ord " * 1_000)] * 70), "a.docx")
    assert found.lessons == []
    assert told(found) == ["1 import-long-lesson"]
