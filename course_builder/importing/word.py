"""A Word document, Word's own or LibreOffice's, as lessons; tables of questions in it as questions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import mammoth

from course_builder.content.media import file_name
from course_builder.content.problems import Place, Problem
from course_builder.importing import told
from course_builder.importing.html_lesson import Piece, pieces
from course_builder.importing.imported import Imported, TakenLesson, nothing
from course_builder.importing.question_table import is_question_table, of_sheets
from course_builder.importing.table import of_rows
from course_builder.importing.word_file import look
from course_builder.importing.word_lessons import lessons
from course_builder.importing.word_pictures import Pictures

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
    refused = look(data, name, dropped)
    if refused is not None:
        return nothing(refused)
    stem = file_name(name).rpartition(".")[0] or "bild"
    pictures, problems = Pictures(name, stem, dropped), list[Problem]()
    html = _html(data, pictures)
    if html is None:
        return nothing(told.BROKEN_WORD.at(Place(name)))
    found = _pieces(html, pictures, problems)
    asked = [piece for piece in found if piece.cells and is_question_table(piece.cells[0])]
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
        title=next((piece.text for piece in found if piece.kind == "title"), ""),
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


def _pieces(html: str, pictures: Pictures, problems: list[Problem]) -> list[Piece]:
    return pieces(html, pictures.dropped, lambda path, alt: pictures.markdown(path, alt, problems))


def _questions(piece: Piece, name: str) -> Imported:
    rows: Iterator[tuple[int, Sequence[str]]] = enumerate(piece.cells, 1)
    return of_sheets([of_rows(name, rows)], name)


def _with_own(made: Sequence[TakenLesson], problems: Sequence[Problem]) -> list[TakenLesson]:
    """What is to be said of a picture is said of the lesson that shows it."""
    return [
        replace(
            one, problems=(*one.problems, *(told for told in problems if told.values["path"] in one.text))
        )
        for one in made
    ]
