"""The agenda of an APT hour as a form: drawn to scale, and what to shorten when it does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from course_builder.content.forms.filled import Filled
from course_builder.content.hour import Cut, Hour, hour
from course_builder.web.language import gettext, ngettext

ICONS: Mapping[str, str] = {
    "film": "film",
    "quiz": "list-checks",
    "agree": "handshake",
    "talk": "message-circle",
}


@dataclass(frozen=True)
class Proposal:
    """One press: `edits` are those that the page sends, `words` what they do."""

    edits: Sequence[Mapping[str, object]]
    words: str


def hour_around(shown: Filled) -> Mapping[str, Any]:
    found = hour(shown.value)
    rest = [box for box in shown.boxes if box.field.name not in ("agenda", "minutes")]
    return {
        "hour": found,
        "sum": _sum(found),
        "proposal": _proposal(found),
        "rest": replace(shown, boxes=rest),
        "whats": {
            "talk": gettext("Prata eller lyssna"), "film": gettext("Film"), "quiz": gettext("Quiz"), "agree": gettext("Åtgärder"),
        },
        "item_icons": ICONS,
    }  # fmt: skip


def _sum(found: Hour) -> str:
    if found.minutes is None:
        return ngettext("1 minut. Skriv hur lång timmen är.", "%(num)s minuter. Skriv hur lång timmen är.", found.total) % {"num": found.total}  # fmt: skip
    said = {"total": found.total, "minutes": found.minutes, "left": -found.over, "over": found.over}
    if found.over > 0:
        return gettext("%(total)s minuter av %(minutes)s: %(over)s för mycket.") % said
    if found.over < 0:
        return gettext("%(total)s minuter av %(minutes)s: %(left)s kvar.") % said
    return gettext("%(total)s minuter av %(minutes)s. Det går jämnt upp.") % said


def _proposal(found: Hour) -> Proposal | None:
    cuts = [cut for cut in found.cuts if cut.item.id]
    if not cuts:
        return None
    edits = [{"op": "put", "at": ["agenda", f"#{cut.item.id}", "minutes"], "value": cut.to, "was": str(cut.item.minutes)} for cut in cuts]  # fmt: skip
    return Proposal(edits, gettext("Korta %(what)s") % {"what": ", ".join(_cut(cut) for cut in cuts)})


def _cut(cut: Cut) -> str:
    said = {"title": cut.item.title, "from": cut.item.minutes, "to": cut.to}
    return gettext("%(title)s från %(from)s till %(to)s") % said
