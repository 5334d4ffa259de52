"""Notes of the meeting (minnesanteckningar) in words: themes, actions, how many were there. Nobody's name or opinion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from course_builder.content.problems import Language
from course_builder.content.render.dates import day
from course_builder.paper.agreed import Agreed, agreed_line, outcome_line

SWEDEN = ZoneInfo("Europe/Stockholm")

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "title": "Minnesanteckningar",
        "when": "{day} kl. {at}, {minutes} minuter.",
        "where": "Plats: {place}.",
        "led": "Leddes av {leaders}.",
        "chef": "chef",
        "ombud": "ombud",
        "and": " och ",
        "present": "Antal närvarande: {number}.",
        "agenda": "Det här gjorde vi",
        "earlier": "Uppföljning från förra gången",
        "themes": "Det här pratade vi om",
        "note": "Anteckning",
        "actions": "Det här kom vi överens om",
        "none": "Vi kom inte överens om någon åtgärd den här gången.",
        "evaluation": "Vad vi tyckte om timmen",
        "foot": "Anteckningarna innehåller inga namn och ingenting om enskilda barn eller patienter.",
    },
    "en": {
        "title": "Notes of the meeting",
        "when": "{day} at {at}, {minutes} minutes.",
        "where": "Place: {place}.",
        "led": "Led by {leaders}.",
        "chef": "manager",
        "ombud": "representative",
        "and": " and ",
        "present": "Number present: {number}.",
        "agenda": "What we did",
        "earlier": "Followed up from last time",
        "themes": "What we talked about",
        "note": "Note",
        "actions": "What we agreed on",
        "none": "We agreed on no action this time.",
        "evaluation": "What we thought of the hour",
        "foot": "These notes hold no names, and nothing about single children or patients.",
    },
}


@dataclass(frozen=True)
class Told:
    """An evaluation question and its counts: `(answer, how many)`."""

    ask: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Minutes:
    """Of one hour. `leaders` are what they lead as, never who they are."""

    unit: str
    title: str
    starts: datetime
    minutes: int
    place: str
    leaders: tuple[str, ...]
    present: int | None
    agenda: tuple[str, ...]
    earlier: tuple[Agreed, ...]
    themes: tuple[str, ...]
    note: str
    actions: tuple[Agreed, ...]
    evaluation: tuple[Told, ...]


def minutes_text(facts: Minutes, language: Language) -> str:
    """To read, to copy and to print."""
    words = WORDS[language]
    parts = [f"{words['title']}\n{facts.unit}: {facts.title}", " ".join(_head(facts, language))]
    parts += _list(words["agenda"], [f"- {one}" for one in facts.agenda])
    parts += _list(words["earlier"], [outcome_line(one, language) for one in facts.earlier])
    parts += _list(words["themes"], [f"- {one}" for one in facts.themes])
    if facts.note:
        parts.append(f"{words['note']}\n{facts.note}")
    agreed = [agreed_line(one, language) for one in facts.actions] or [words["none"]]
    parts += _list(words["actions"], agreed)
    parts += _list(words["evaluation"], [f"- {one.ask} {_counts(one)}" for one in facts.evaluation])
    return "\n\n".join([*parts, words["foot"]]) + "\n"


def _head(facts: Minutes, language: Language) -> Iterator[str]:
    words = WORDS[language]
    here = facts.starts.astimezone(SWEDEN)
    at = f"{here:%H.%M}" if language == "sv" else f"{here:%H:%M}"
    yield words["when"].format(day=day(here.date(), language), at=at, minutes=facts.minutes)
    if facts.place:
        yield words["where"].format(place=facts.place.rstrip("."))
    if facts.leaders:
        yield words["led"].format(leaders=words["and"].join(words[one] for one in facts.leaders))
    if facts.present is not None:
        yield words["present"].format(number=facts.present)


def _list(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading + "\n" + "\n".join(lines)] if lines else []


def _counts(told: Told) -> str:
    return ", ".join(f"{answer}: {many}" for answer, many in told.rows) + "."
