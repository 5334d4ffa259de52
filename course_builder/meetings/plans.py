"""A plan and what may be done to it: minutes typed, steps moved, taken away, put back and added. Rows in, rows out.

A change says what it had seen, so that two who plan at once never write over each other without a word.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from course_builder.content.shortening import Cut
from course_builder.content.step import ACTIONS, OWN
from course_builder.meetings.models import LONGEST_LINE, LONGEST_TITLE
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy

Row = Mapping[str, Any]
Rows = Sequence[Row]
Work = Callable[[Rows], list[Row]]
"""A change: the rows as they are, to the rows as they shall be."""

MOST_MINUTES = 240
"""Of one step."""
MOST_STEPS = 60
LEADS = ("chef", "ombud")


def total(rows: Rows) -> int:
    """Minutes."""
    return sum(int(row["minutes"]) for row in rows)


def place_of(rows: Rows, step: str) -> int:
    """Refused for a step that somebody has taken away meanwhile."""
    for place, row in enumerate(rows):
        if row["id"] == step:
            return place
    raise Refused(
        "Punkten är borttagen av någon annan. Planen visas som den är nu.",
        "Somebody else has removed the item. The plan is shown as it is now.",
    )


def with_minutes(step: str, minutes: int, was: int | None = None) -> Work:
    """`was` is what the page showed when she typed. Refused when another number has been typed meanwhile."""

    def work(rows: Rows) -> list[Row]:
        place = place_of(rows, step)
        now = int(rows[place]["minutes"])
        if was is not None and now not in (was, minutes):
            raise Refused(
                f"Någon annan har satt punkten till {now} min medan du skrev {minutes}. Skriv {minutes} igen om det ska gälla.",
                f"Somebody else set the item to {now} min while you wrote {minutes}. Write {minutes} again if it should hold.",
            )
        return [*rows[:place], {**rows[place], "minutes": checked_minutes(minutes)}, *rows[place + 1 :]]

    return work


def longer(by: Mapping[str, int]) -> Work:
    """By so many minutes each, or shorter when below 0; a minute is left of each."""

    def work(rows: Rows) -> list[Row]:
        return [{**row, "minutes": max(1, int(row["minutes"]) + by.get(row["id"], 0))} for row in rows]

    return work


def moved(step: str, by: int) -> Work:
    """So many places down, or up when below 0; past the end it stays at the end."""

    def work(rows: Rows) -> list[Row]:
        place = place_of(rows, step)
        rest = [*rows[:place], *rows[place + 1 :]]
        there = min(max(0, place + by), len(rest))
        return [*rest[:there], rows[place], *rest[there:]]

    return work


def put_at(step: str, at: int) -> Work:
    """To a place, counted from 1."""

    def work(rows: Rows) -> list[Row]:
        return moved(step, at - 1 - place_of(rows, step))(rows)

    return work


def without(step: str) -> Work:
    """Taken away twice it is taken away once. Refused for the last one."""

    def work(rows: Rows) -> list[Row]:
        left = [row for row in rows if row["id"] != step]
        if not left:
            raise Refused(
                "En punkt måste vara kvar. Lägg till en annan först.",
                "One item must stay. Add another one first.",
            )
        return left

    return work


def added(row: Row, at: int | None = None) -> Work:
    """At the place, or before the end: what closes an hour stays last. There already, it stays where it is."""

    def work(rows: Rows) -> list[Row]:
        if any(one["id"] == row["id"] for one in rows):
            return list(rows)
        if len(rows) >= MOST_STEPS:
            raise Refused(
                f"En timme kan ha högst {MOST_STEPS} punkter.",
                f"An hour can have at most {MOST_STEPS} items.",
            )
        there = max(0, len(rows) - 1) if at is None else at
        return [*rows[:there], row, *rows[there:]]

    return work


def rewritten(row: Row) -> Work:
    """An item of their own in other words, where it stands. One that somebody has taken away is there again."""

    def work(rows: Rows) -> list[Row]:
        if not any(one["id"] == row["id"] for one in rows):
            return added(row)(rows)
        return [row if one["id"] == row["id"] else one for one in rows]

    return work


def cut(cuts: Collection[Cut]) -> Work:
    """What is cut to 0 minutes is taken away."""
    to = {one.id: one.to for one in cuts}

    def work(rows: Rows) -> list[Row]:
        shorter = ({**row, "minutes": to.get(row["id"], row["minutes"])} for row in rows)
        return [row for row in shorter if row["minutes"]]

    return work


def replaced(new: Rows) -> Work:
    """Another ready plan. What was written here, and what stands there from last time, comes along."""

    def work(rows: Rows) -> list[Row]:
        there = {row["id"] for row in new}
        first = [row for row in rows if row["id"] == ACTIONS and ACTIONS not in there]
        own = [
            row
            for row in rows
            if row["id"].startswith(OWN) and row.get("kind") == "own" and row["id"] not in there
        ]
        return [*first, *new[:-1], *own, *new[-1:]]

    return work


def own_row(letters: str, title: str, minutes: int, form: str, lead: str, text: str) -> Row:
    """An item of their own. `letters` make its id, once. Refused without a title."""
    said = tidy(title)
    if not said:
        raise Refused("Skriv vad punkten heter.", "Write what the item is called.")
    if any(looks_like(one) for one in (title, form, text)):
        raise Refused(
            "Det där liknar ett personnummer. Skriv punkten utan det.",
            "That looks like a personnummer. Write the item without it.",
        )
    return {
        "id": OWN + letters, "minutes": checked_minutes(minutes), "kind": "own", "title": said[:LONGEST_TITLE],
        "form": tidy(form)[:LONGEST_TITLE] or None, "lead": lead if lead in LEADS else None,
        "text": text.strip()[: 5 * LONGEST_LINE] or None, "keep": False,
    }  # fmt: skip


def checked_minutes(minutes: int) -> int:
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(
            f"Skriv hela minuter, 1 till {MOST_MINUTES}. Ta bort punkten om den ska hoppas över.",
            f"Write whole minutes, 1 to {MOST_MINUTES}. Remove the item if it should be skipped.",
        )
    return minutes
