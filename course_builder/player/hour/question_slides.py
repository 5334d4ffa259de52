"""Questions on the wall: what is asked and what can be chosen. What is right and why has no way in here."""

from collections.abc import Iterator
from html import escape

from course_builder.content.models.film import AfterQuestion, BeforeQuestion
from course_builder.content.models.quiz import Quiz
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.scatter import scattered
from course_builder.content.questions.truth import Truth
from course_builder.content.render.paint import Paint
from course_builder.player.hour.pieces import bare
from course_builder.player.hour.slide import Slide


def talk_slide(question: BeforeQuestion | AfterQuestion, paint: Paint) -> Slide:
    return Slide(bare(paint.inline(question.ask)), ask=True)


def quiz_slides(quiz: Quiz, paint: Paint) -> Iterator[Slide]:
    """All of them in the author's order: the room answers together."""
    for number, question in enumerate(quiz.questions, 1):
        of = paint.words["room_question_of"].format(n=number, all=len(quiz.questions))
        slide = asked(question, paint)
        yield Slide(slide.title, slide.body, slide.ask, slide.classes, escape(of))


def asked(question: AnyQuestion, paint: Paint) -> Slide:
    """Options stand in an order that tells nothing, as alone at the screen."""
    texts = [bare(paint.inline(text)) for text in options_of(question, paint)]
    options = "".join(f"<li>{text}</li>" for text in texts)
    body = f'<ol class="options">{options}</ol>' if options else ""
    title = bare(paint.inline(question.asked)) if question.asked else escape(paint.words["fill_in"])
    return Slide(title, body, ask=not body, classes="choose" if body else "")


def options_of(question: AnyQuestion, paint: Paint) -> list[str]:
    if isinstance(question, Truth):
        return [paint.words["true"], paint.words["false"]]
    if isinstance(question, Choice | Choices):
        return [option.text for option in scattered(question.options, question)]
    return []
