"""A Word document, Word's own or LibreOffice's, as lessons; tables of questions in it as questions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import mammoth

from course_builder.content.media import file_name
from course_builder.content.plain import plain
from course_builder.content.problems import Place, Problem
from course_builder.importing import odt, told
from course_builder.importing.html_lesson import Piece, pieces
from course_builder.importing.imported import Imported, TakenLesson, nothing
from course_builder.importing.question_table import is_question_table, of_sheets
from course_builder.importing.table import SheetError, of_rows
from course_builder.importing.word_file import DOCUMENT, look
from course_builder.importing.word_lessons import lessons
from course_builder.importing.word_pictures import Pictures
from course_builder.importing.zip_tree import open_zip

STYLES = "\n".join(
    [
        *(f"p[style-name='{name} {level}'] => h{level}:fresh" for name in ("Rubrik", "Heading") for level in range(1, 7)),
        *(f"p.{name}{level} => h{level}:fresh" for name in ("Rubrik", "Heading") for level in range(1, 7)),
        *(f"p[style-name='{name}'] => h1.title:fresh" for name in ("Title", "Rubrik", "Titel", "Dokumentrubrik")),
        *(f"p[style-name='{name}'] => blockquote:fresh" for name in ("Quote", "Intense Quote", "Citat", "Starkt citat", "Quotations")),
        *(f"p[style-name^='{name}'] => !" for name in ("TOC", "toc ", "Innehåll", "Contents ")),
        "p[style-name='Preformatted Text'] => pre:separator('\\n')",
        "p[style-name='Förformaterad text'] => pre:separator('\\n')",
        "comment-reference => !",
    ]
)  # fmt: skip


def read_word(data: bytes, name: str) -> Imported:
    """`name` is the file's. A heading of level 1 begins a lesson; a document without one is one lesson."""
    dropped: Counter[str] = Counter()
    is_open = odt.KIND in data[:200]
    refused = look(data, name, dropped, odt.CONTENT if is_open else DOCUMENT)
    if refused is not None:
        return nothing(refused)
    pictures = Pictures(name, file_name(name).rpartition(".")[0] or "bild", dropped)
    html = odt.html_of(open_zip(BytesIO(data)), pictures) if is_open else _html(data, pictures)
    return nothing(told.BROKEN_WORD.at(Place(name))) if html is None else _imported(html, pictures)


def _imported(html: str, pictures: Pictures) -> Imported:
    name, dropped, problems = pictures.name, pictures.dropped, list[Problem]()
    found = pieces(html, dropped, lambda path, alt: pictures.markdown(path, alt, problems))
    asked = [piece for piece in found if len(piece.cells) > 1 and is_question_table(piece.cells[0])]
    numbers = {piece.number for piece in asked}
    made, left = lessons([piece for piece in found if piece.number not in numbers], name)
    questions = [_questions(piece, name) for piece in asked]
    if not made and not asked and not left:
        return nothing(told.EMPTY_WORD.at(Place(name)))
    said = [
        told.LEFT_OUT[what].at(Place(name), count=count) for what, count in sorted(dropped.items()) if count
    ]
    return Imported(
        questions=[one for imported in questions for one in imported.questions],
        lessons=_with_own(made, problems),
        pictures=pictures.taken,
        problems=[*said, *left, *(problem for imported in questions for problem in imported.problems)],
        title=next((plain(piece.text) for piece in found if piece.kind == "title"), ""),
    )


def _html(data: bytes, pictures: Pictures) -> str | None:
    try:
        converted = mammoth.convert_to_html(
            BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(pictures.source),
            include_embedded_style_map=False,
        )  # fmt: skip
    except Exception:  # whatever the library stumbles on in a stranger's file, it cannot be read
        return None
    return str(converted.value)


def _questions(piece: Piece, name: str) -> Imported:
    """Its cells as they were before they became Markdown."""
    rows: Iterator[tuple[int, Sequence[str]]] = (
        (number, [*map(plain, row)]) for number, row in enumerate(piece.cells, 1)
    )
    try:
        return of_sheets([of_rows(name, rows)], name)
    except SheetError as no:
        return nothing(no.code.at(Place(name), **no.values))


def _with_own(made: Sequence[TakenLesson], problems: Sequence[Problem]) -> list[TakenLesson]:
    """What is to be said of a picture is said of the lesson that shows it."""
    return [
        replace(
            one, problems=(*one.problems, *(told for told in problems if told.values["path"] in one.text))
        )
        for one in made
    ]
