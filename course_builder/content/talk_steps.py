"""A film discussion in the room as steps: what is asked before, the film with its stops, what is asked after."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from course_builder.content.models.agenda import Lead
from course_builder.content.models.film import AfterQuestion, BeforeQuestion, FilmDiscussion
from course_builder.content.models.variant import VariantQuestion
from course_builder.content.plain import plain
from course_builder.content.shortening import shorten
from course_builder.content.step import FILM, Kind, Step

Asked = BeforeQuestion | AfterQuestion


def talk_steps(
    talk: FilmDiscussion, item: str, lead: Lead | None = None, questions: Sequence[VariantQuestion] = ()
) -> tuple[Step, ...]:
    """With all their minutes. `questions` are those that are asked; empty: all of them."""
    chosen = {one.same: one for one in questions}

    def asked(those: Sequence[Asked], kind: Kind) -> Iterator[Step]:
        for question in those:
            if not chosen or question.id in chosen:
                yield _asked(question, chosen.get(question.id), item, kind, lead)

    film = plain(talk.film.title or talk.title)
    return (
        *asked(talk.before, "before"),
        Step(f"{item}.{FILM}", item, "film", film, talk.film_minutes, lead=lead),
        *asked(talk.after, "after"),
    )


def fitted(steps: Sequence[Step], minutes: int) -> tuple[Step, ...]:
    """What is too much is taken where the steps' own rules say; what is left over goes to the last of them.

    When the steps do not give enough, they are longer than `minutes`.
    """
    cuts = {cut.id: cut.to for cut in shorten(steps, minutes).cuts}
    made = [replace(step, minutes=cuts.get(step.id, step.minutes)) for step in steps]
    made = [step for step in made if step.minutes or step.whole]
    left = minutes - sum(step.minutes for step in made)
    if left > 0:
        made[-1] = replace(made[-1], minutes=made[-1].minutes + left)
    return tuple(made)


def _asked(question: Asked, chosen: VariantQuestion | None, item: str, kind: Kind, lead: Lead | None) -> Step:
    """In a variant a question may have minutes and rules of its own; it never keeps more than it has."""
    minutes = (chosen and chosen.minutes) or question.minutes
    shrink = question.shrink if chosen is None or chosen.shrink is None else chosen.shrink
    least = question.least if chosen is None or chosen.least is None else chosen.least
    least = None if least is None else min(least, minutes)
    return Step(
        f"{item}.{question.id}", item, kind, plain(question.ask), minutes, lead=lead, method=question.method,
        shrink=shrink, least=least,
    )  # fmt: skip
