"""The agenda of an APT hour as a form, and of its other lengths: drawn to scale, and what to shorten when it does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from course_builder.content.forms.filled import Filled
from course_builder.content.forms.fresh_length import SAME
from course_builder.content.hour import Cut, Hour, hour, lengths
from course_builder.web.language import gettext, ngettext

ICONS: Mapping[str, str] = {
    "film": "film",
    "quiz": "list-checks",
    "agree": "handshake",
    "talk": "message-circle",
}
OWN_BOXES = ("agenda", "minutes", "variants")
"""Fields that the page draws itself."""
Way = tuple[str | int, ...]


@dataclass(frozen=True)
class Proposal:
    """One press: `edits` are those that the page sends, `words` what they do."""

    edits: Sequence[Mapping[str, object]]
    words: str


@dataclass(frozen=True)
class Drawn:
    """An hour on its ruler. `said` is heard when it changes."""

    hour: Hour
    said: str
    proposal: Proposal | None


def hour_around(shown: Filled) -> Mapping[str, Any]:
    rest = [box for box in shown.boxes if box.field.name not in OWN_BOXES]
    return {
        "drawn": _drawn(hour(shown.value), ("agenda",), by_id=True),
        "lengths": [_drawn(one, ("variants", number, "agenda")) for number, one in enumerate(lengths(shown.value))],
        "rest": replace(shown, boxes=rest),
        "whats": {
            "talk": gettext("Prata eller lyssna"), "film": gettext("Film"), "quiz": gettext("Quiz"), "agree": gettext("Åtgärder"),
        },
        "item_icons": ICONS,
    }  # fmt: skip


def length_around(root: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an item of another length needs, also a new one: the agenda's items, by what a new item is asked for with."""
    agenda = hour(root).items
    return {
        "agenda_items": {item.id: item for item in agenda if item.id},
        "addable": [(f"{SAME}{item.id}", item.title or item.id) for item in agenda if item.id],
    }


def _drawn(found: Hour, at: Way, by_id: bool = False) -> Drawn:
    return Drawn(found, _sum(found), _proposal(found, at, by_id))


def _sum(found: Hour) -> str:
    if found.minutes is None:
        return ngettext("1 minut. Skriv hur lång timmen är.", "%(num)s minuter. Skriv hur lång timmen är.", found.total) % {"num": found.total}  # fmt: skip
    said = {"total": found.total, "minutes": found.minutes, "left": -found.over, "over": found.over}
    if found.over > 0:
        return gettext("%(total)s minuter av %(minutes)s: %(over)s för mycket.") % said
    if found.over < 0:
        return gettext("%(total)s minuter av %(minutes)s: %(left)s kvar.") % said
    return gettext("%(total)s minuter av %(minutes)s. Det går jämnt upp.") % said


def _proposal(found: Hour, at: Way, by_id: bool) -> Proposal | None:
    """What has an id is changed by it; an item that is the same as one of the agenda, by its place."""
    cuts = [cut for cut in found.cuts if cut.item.id or not by_id]
    if not cuts:
        return None
    edits = [
        {
            "op": "put",
            "at": [*at, f"#{cut.item.id}" if by_id else cut.item.number - 1, "minutes"],
            "value": cut.to,
            "was": str(cut.item.minutes),
        }
        for cut in cuts
    ]
    return Proposal(edits, gettext("Korta %(what)s") % {"what": ", ".join(_cut(cut) for cut in cuts)})


def _cut(cut: Cut) -> str:
    said = {"title": cut.item.title, "from": cut.item.minutes, "to": cut.to}
    return gettext("%(title)s från %(from)s till %(to)s") % said
