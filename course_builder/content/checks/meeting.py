"""An APT hour: minutes that add up, a film that fits, and a plan for running late."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from course_builder.content.checks.context import Checked
from course_builder.content.course import SharedSet
from course_builder.content.item_steps import item_steps
from course_builder.content.laid import Laid
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.variant import VariantItem
from course_builder.content.problems import Code, Problem
from course_builder.content.shortening import can_give

LATE = 10
"""Minutes; a shorter meeting can do without a plan for running late."""

SUM = Code("agenda-sum", "error", "Punkterna blir {total} minuter, inte {minutes}.", "The items make {total} minutes, not {minutes}.", "Ändra punkternas minuter, eller minutes:", "Change the items' minutes, or minutes:")  # fmt: skip
NO_SUM = Code("agenda-no-minutes", "error", "Mötet saknar minutes.", "The meeting has no minutes.", "Skriv minutes: 60", "Write minutes: 60")  # fmt: skip
FILM = Code("agenda-film", "error", "Filmsamtalet {title} tar {needed} minuter men punkten har {minutes}.", "The film discussion {title} takes {needed} minutes but the item has {minutes}.", "Ge punkten fler minuter, eller korta filmsamtalet.", "Give the item more minutes, or shorten the discussion.")  # fmt: skip
LEAST = Code("agenda-least", "error", "least är fler minuter än punkten har.", "least is more minutes than the item has.", "Högst {minutes}.", "At most {minutes}.")  # fmt: skip
NO_LEAST = Code("agenda-shrink-without-least", "warning", "Punkten ger tid (shrink) men säger inte hur mycket den behåller.", "The item gives up time (shrink) but does not say how much it keeps.", "Skriv least:", "Write least:")  # fmt: skip
STIFF = Code("agenda-stiff", "warning", "Ingen punkt kan ge tid om mötet blir sent.", "No item can give up time if the meeting runs late.", "Skriv shrink: 1 och least: på en punkt.", "Write shrink: 1 and least: on an item.")  # fmt: skip
GIVEN = Code("agenda-film-gives", "warning", "Filmsamtalets frågor ger tid, och inte punkten som helhet.", "The questions of a film discussion give up time, not the item as a whole.",
             "Skriv shrink och least på frågorna i filmsamtalet, och ta bort dem här.", "Write shrink and least on the questions of the film discussion, and remove them here.")  # fmt: skip

FOLLOWED = Code("agenda-follow-up", "error", "Åtgärderna följs upp i en punkt, inte i flera.", "The actions are followed up in one item, not in several.", "Ta bort follow_up: på den här punkten.", "Remove follow_up: from this item.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    course = checked.course
    if course.kind != "meeting":
        return
    total = sum(item.minutes for item in course.agenda)
    if course.own_minutes is None:
        yield NO_SUM.at(course.place)
    elif total != course.own_minutes:
        yield SUM.at(course.place, total=total, minutes=course.own_minutes)
    for item in course.agenda:
        yield from _item(item, course.shared.get(item.film or ""))
    yield from followed(course.agenda)
    if (course.own_minutes or total) >= LATE and not gives(map(Laid, course.agenda), course.shared):
        yield STIFF.at(course.place)


def followed(items: Sequence[AgendaItem | VariantItem]) -> Iterator[Problem]:
    """What was agreed last time is one step of the hour."""
    for item in [item for item in items if item.follow_up][1:]:
        yield FOLLOWED.at(item.at("follow_up"))


def gives(items: Iterable[Laid], shared: Mapping[str, SharedSet]) -> bool:
    """Whether the clock has anything to propose."""
    return any(
        can_give(step) for laid in items for step in item_steps(laid, shared.get(laid.item.film or ""))
    )


def _item(item: AgendaItem, film: object) -> Iterator[Problem]:
    if isinstance(film, FilmDiscussion) and film.room_minutes > item.minutes:
        yield FILM.at(item.at("minutes"), title=film.title, needed=film.room_minutes, minutes=item.minutes)
    if item.least is not None and item.least > item.minutes:
        yield LEAST.at(item.at("least"), minutes=item.minutes)
    if item.shrink is not None and item.film is not None:
        yield GIVEN.at(item.at("shrink"))
    elif item.shrink is not None and item.least is None:
        yield NO_LEAST.at(item.place)
