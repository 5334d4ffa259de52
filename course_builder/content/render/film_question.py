"""A question with room for one's own thoughts, as it is put to one person at a screen."""

from html import escape

from course_builder.content.models.film import AfterQuestion, BeforeQuestion, Pause
from course_builder.content.render.film_look import Look, button

AnyFilmQuestion = BeforeQuestion | Pause | AfterQuestion


def asked(question: AnyFilmQuestion, look: Look) -> str:
    """The wording for one person, where the author has written one."""
    return look.inline(question.alone or question.ask)


def note_field(question: AnyFilmQuestion, private: str, look: Look) -> str:
    """`private` is the id of the line that says that the note is in this window only."""
    return (
        f'<div class="field"><label for="note-{question.key}">{escape(look.words["film_thoughts"])}</label>'
        f'<textarea class="input" id="note-{question.key}" rows="3" data-is="note" data-note="{question.key}"'
        f' aria-describedby="{private}"></textarea></div>'
    )


def private_line(private: str, look: Look) -> str:
    """Where the notes are, and the two ways to keep them."""
    return (
        f'<div class="row between keep"><p class="saved" id="{private}">{look.icon("lock")}'
        f"<span>{escape(look.words['film_private'])}</span></p>"
        f'<span class="row">{button(look, "save", "save_file", "btn quiet sm")}'
        f"{button(look, 'print', 'print', 'btn quiet sm')}</span></div>"
    )


def question_card(question: AnyFilmQuestion, level: int, private: str, look: Look, eyebrow: str = "") -> str:
    above = f'<p class="eyebrow">{escape(eyebrow)}</p>' if eyebrow else ""
    return (
        f'<div class="talk-q" data-is="question">{above}<h{level} class="ask">{asked(question, look)}</h{level}>'
        f"{note_field(question, private, look)}</div>"
    )
