"""A film discussion in the room as steps: what is asked before, the film with its stops, what is asked after."""

from collections.abc import Sequence
from dataclasses import replace

from course_builder.content.models.course import Lead
from course_builder.content.models.film import AfterQuestion, BeforeQuestion, FilmDiscussion
from course_builder.content.plain import plain
from course_builder.content.shortening import shorten
from course_builder.content.step import FILM, Kind, Step

Asked = BeforeQuestion | AfterQuestion


def talk_steps(
    talk: FilmDiscussion, item: str, minutes: int, lead: Lead | None = None, plan: int | None = None
) -> tuple[Step, ...]:
    """In so many minutes: what is too much is taken where the questions say, what is left goes to the last question.

    When the questions do not give enough, the steps are longer than `minutes`.
    """
    whole = [
        *(_asked(question, item, "before", lead, plan) for question in talk.before),
        Step(f"{item}.{FILM}", item, "film", plain(talk.film.title or talk.title), talk.film_minutes, lead=lead, plan=plan),
        *(_asked(question, item, "after", lead, plan) for question in talk.after),
    ]  # fmt: skip
    return fitted(whole, minutes)


def fitted(steps: Sequence[Step], minutes: int) -> tuple[Step, ...]:
    """Shortened by their own rules, or the last of them given what is left."""
    cuts = {cut.id: cut.to for cut in shorten(steps, minutes).cuts}
    made = [replace(step, minutes=cuts.get(step.id, step.minutes)) for step in steps]
    made = [step for step in made if step.minutes]
    left = minutes - sum(step.minutes for step in made)
    if left > 0:
        made[-1] = replace(made[-1], minutes=made[-1].minutes + left)
    return tuple(made)


def _asked(question: Asked, item: str, kind: Kind, lead: Lead | None, plan: int | None) -> Step:
    return Step(
        f"{item}.{question.id}", item, kind, plain(question.ask), question.minutes, lead=lead, method=question.method,
        shrink=question.shrink, least=question.least, plan=plan,
    )  # fmt: skip
