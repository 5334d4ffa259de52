"""A film discussion and a length become an hour: welcome, film and talk, "Hos oss", close."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from course_builder.content.models.film import AfterQuestion, FilmDiscussion
from course_builder.content.problems import Language
from course_builder.content.shortening import shorten
from course_builder.content.step import OWN, Kind, Step
from course_builder.content.step_words import WORDS
from course_builder.content.talk_steps import talk_steps

OURS, OURS_AT_LEAST, OURS_AT_MOST = 6, 4, 10
"""Minutes for what the workplace does differently: as planned, where it does not fit, where there is time."""
STEPS_IN_ORDER = ("handla", "se", "tolka", None, "överföra")
"""What is given up first of the questions after: "Hos oss" asks what to do; what goes over to one's own workplace stays."""


def talk_plan(talk: FilmDiscussion, minutes: int, language: Language) -> tuple[Step, ...]:
    """Steps that make the minutes; longer when the film is too long for them."""
    welcome, ours, close = _frame(minutes, language)
    frame = welcome.minutes + close.minutes
    talked = _fewer(talk, minutes - frame - ours.minutes)
    left = minutes - frame - sum(step.minutes for step in talked)
    ours = replace(ours, minutes=min(max(left, OURS_AT_LEAST), OURS_AT_MOST))
    return welcome, *_longer(talked, left - ours.minutes), ours, close


def _frame(minutes: int, language: Language) -> tuple[Step, Step, Step]:
    words = WORDS[language]

    def own(end: str, name: str, kind: Kind, long: int, keep: bool = False) -> Step:
        step = f"{OWN}{end}"
        return Step(step, step, kind, words[name], long, lead="chef", keep=keep, text=words[f"{name}_text"])

    welcome = 1 if minutes < 30 else 2 if minutes < 45 else 3
    return (
        own("valk", "welcome", "own", welcome),
        own("hoss", "ours", "agree", OURS, keep=True),
        own("slut", "close", "own", 1 if minutes < 30 else 2),
    )


def _fewer(talk: FilmDiscussion, minutes: int) -> tuple[Step, ...]:
    """As many questions as there is time for; one question after the film always stays."""
    steps = talk_steps(talk, talk.id, "ombud")
    for gone in _least_needed(talk):
        if not shorten(steps, minutes).still_over:
            break
        steps = tuple(step for step in steps if step.id != f"{talk.id}.{gone}")
    cuts = {cut.id: cut.to for cut in shorten(steps, minutes).cuts}
    shortened = (replace(step, minutes=cuts.get(step.id, step.minutes)) for step in steps)
    return tuple(step for step in shortened if step.minutes or step.whole)


def _least_needed(talk: FilmDiscussion) -> Iterator[str]:
    after = sorted(talk.after, key=_place)
    yield from (one.id for one in after[:-1] if one.step == "handla")
    yield from (one.id for one in reversed(talk.before))
    yield from (one.id for one in after[:-1] if one.step != "handla")


def _place(question: AfterQuestion) -> int:
    return STEPS_IN_ORDER.index(question.step)


def _longer(steps: Sequence[Step], left: int) -> Iterator[Step]:
    """What is left is shared by the questions after the film, the last ones first; where there are none, by what there is."""
    longer = next(
        ids for kind in ("after", "before", "film") if (ids := [one.id for one in steps if one.kind == kind])
    )
    share, rest = divmod(max(0, left), len(longer))
    for step in steps:
        more = share + (longer.index(step.id) >= len(longer) - rest) if step.id in longer else 0
        yield replace(step, minutes=step.minutes + more)
