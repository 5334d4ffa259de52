"""Times of a film: as people read them, and which moments of two versions belong together."""

from collections.abc import Iterable

from course_builder.content.models.film import FilmDiscussion, FilmVersion, Pause

Pair = tuple[float, float]


def clock(seconds: float) -> str:
    """41 -> `0:41`, 3723 -> `1:02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def step_minutes(talk: FilmDiscussion) -> tuple[int, int, int]:
    """Minutes before, for the film with its stops, and after: a minute for each question, as the discussion counts."""
    before, after = len(talk.before), len(talk.after)
    return before, talk.minutes - before - after, after


def pairs(length: float, version: FilmVersion, pauses: Iterable[Pause]) -> tuple[Pair, ...]:
    """Moments (film, described or signed version) in order, from both starts to both ends.

    A stop that would turn time back is left out: between two pairs time must run forwards.
    """
    end = (length, version.length or length)
    found: list[Pair] = [(0.0, 0.0)]
    for pause in sorted(pauses, key=lambda pause: pause.at_):
        moment = (pause.at_, pause.described_at or 0.0)
        if all(before < now < last for before, now, last in zip(found[-1], moment, end, strict=True)):
            found.append(moment)
    return (*found, end)
