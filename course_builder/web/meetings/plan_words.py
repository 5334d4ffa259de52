"""What the pages of a plan say in words: the sum, what to shorten, and what has just been done."""

from collections.abc import Mapping

from course_builder.meetings.board import Board, Item
from course_builder.meetings.plans import Row, Rows
from course_builder.web.language import gettext, ngettext


def headline(board: Board) -> str:
    """ "63 minuter av 60"."""
    return gettext("%(total)s minuter av %(minutes)s") % {"total": board.total, "minutes": board.minutes}


def sum_words(board: Board) -> str:
    """How far from the hour the plan is."""
    if board.over > 0:
        return ngettext("En minut för mycket.", "%(num)s minuter för mycket.", board.over) % {
            "num": board.over
        }
    if board.over < 0:
        return ngettext("En minut kvar att fördela.", "%(num)s minuter kvar att fördela.", -board.over) % {"num": -board.over}  # fmt: skip
    return gettext("Det går jämnt upp.")


def proposal(board: Board) -> str:
    """ "Korta Fyra hörn från 8 till 5 min, så går det jämnt upp."; empty when nothing gives up time."""
    if not board.shorter:
        return ""
    cuts = _listed([_cut(item) for item in board.shorter])
    cuts = cuts[:1].upper() + cuts[1:]
    if board.still_over:
        rest = ngettext(
            "Då är en minut kvar att korta.", "Då är %(num)s minuter kvar att korta.", board.still_over
        )
        return f"{cuts}. {rest % {'num': board.still_over}}"
    return gettext("%(cuts)s, så går det jämnt upp.") % {"cuts": cuts}


def button(board: Board) -> str:
    """Of the proposal."""
    if len(board.shorter) != 1:
        return gettext("Korta så")
    to = board.shorter[0].to
    return gettext("Korta till %(minutes)s min") % {"minutes": to} if to else gettext("Hoppa över punkten")


def said(done: str, before: Rows, after: Rows, step: str, titles: Mapping[str, str]) -> str:
    """What has just been done, with the sum it makes; `titles` are by step."""
    title = titles.get(step, "")
    places = {row["id"]: place for place, row in enumerate(after, start=1)}
    words = {
        "minutes": gettext("%(title)s: %(minutes)s min."),
        "move": gettext("%(title)s är nu punkt %(place)s av %(all)s."),
        "remove": gettext("%(title)s är borttagen."),
        "add": gettext("%(title)s är tillagd som punkt %(place)s."),
        "own": gettext("%(title)s är ändrad."),
        "shorten": gettext("Planen är kortad."),
        "ready": gettext("Planen är utbytt. Det ni själva skrivit är kvar."),
        "film": gettext("Filmversionen är vald."),
    }
    facts = {
        "title": title,
        "minutes": _minutes(after, step),
        "place": places.get(step, 0),
        "all": len(after),
    }
    return words[done] % facts if before != after or done == "film" else gettext("Inget har ändrats.")


def _minutes(rows: Rows, step: str) -> int:
    found: Row | None = next((row for row in rows if row["id"] == step), None)
    return int(found["minutes"]) if found else 0


def _cut(item: Item) -> str:
    facts = {"title": _short(item.step.title), "from": item.step.minutes, "to": item.to}
    if not item.to:
        return gettext("hoppa över %(title)s") % facts
    return gettext("korta %(title)s från %(from)s till %(to)s min") % facts


def _short(title: str) -> str:
    """Questions are long, and are told by their beginning."""
    return title if len(title) <= 40 else f"{title[:38].rstrip()} …"


def _listed(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return gettext("%(parts)s och %(last)s") % {"parts": ", ".join(parts[:-1]), "last": parts[-1]}
