"""The pictures of a film that is read: which one belongs to a moment, and how they stand beside the text."""

from collections.abc import Iterable
from html import escape

from course_builder.content.models.film import Film, Still
from course_builder.content.plain import plain


def still_at(film: Film, moment: float) -> Still | None:
    """The last one that the film has come to by then; the first, while there is no poster to show before it."""
    stills = _in_order(film.stills)
    reached = [still for still in stills if still.at_ <= moment]
    coming = stills[:1] if film.poster is None else []
    return next(iter(reached[-1:] or coming), None)


def described(still: Still) -> str:
    """What it shows, in plain words."""
    return plain(still.shows)


def pictures(stills: Iterable[Still]) -> str:
    return "".join(
        f'<img class="still" src="{escape(still.picture.url)}" alt="{escape(described(still))}" loading="lazy">'
        for still in _in_order(stills)
    )


def _in_order(stills: Iterable[Still]) -> list[Still]:
    return sorted(stills, key=lambda still: still.at_)
