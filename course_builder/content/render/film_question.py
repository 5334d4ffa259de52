"""A question with room for one's own thoughts, as it is put to one person at a screen."""

from course_builder.content.models.film import AfterQuestion, BeforeQuestion, Pause
from course_builder.content.render.film_look import Stage

AnyFilmQuestion = BeforeQuestion | Pause | AfterQuestion


def asked(question: AnyFilmQuestion, stage: Stage) -> str:
    """The wording for one person, where the author has written one."""
    return stage.look.inline(question.alone or question.ask)


def note_field(question: AnyFilmQuestion, private: str, stage: Stage) -> str:
    """Named by its question too. `private` is the id of the line that says that the note is in this window only."""
    key = question.key
    return (
        f'<div class="field"><label id="mine-{key}" for="note-{key}">{stage.say("film_thoughts")}</label>'
        f'<textarea class="input" id="note-{key}" rows="3" data-is="note" data-note="{key}"'
        f' aria-labelledby="ask-{key} mine-{key}" aria-describedby="{private}"></textarea></div>'
    )


def private_line(private: str, stage: Stage) -> str:
    """Where the notes are, and the two ways to keep them."""
    return (
        f'<div class="row between keep"><p class="saved" id="{private}">{stage.look.icon("lock")}'
        f"<span>{stage.say('film_private')}</span></p>"
        f'<span class="row">{stage.press("save", "save_file", "btn quiet sm")}'
        f"{stage.press('print', 'print', 'btn quiet sm')}</span></div>"
    )


def question_card(question: BeforeQuestion | AfterQuestion, private: str, stage: Stage) -> str:
    step = question.step if isinstance(question, AfterQuestion) else None
    rung = f'<p class="eyebrow">{stage.say(f"film_ladder_{step}")}</p>' if step else ""
    heading = f'<h{stage.level} class="ask" id="ask-{question.key}">{asked(question, stage)}</h{stage.level}>'
    return (
        f'<div class="talk-q" data-is="question">{rung}{heading}{note_field(question, private, stage)}</div>'
    )
