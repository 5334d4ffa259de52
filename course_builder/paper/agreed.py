"""Agreed actions in words, as the papers of the hour and of the year say them. Who is responsible is a function."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from course_builder.content.problems import Language
from course_builder.content.render.dates import day

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "responsible": "Ansvarig: {who}.",
        "follow_up": "Följs upp {day}.",
        "sign": "Så märker ett barn det: {sign}",
        "open": "Öppen",
        "done": "Klar",
        "carried-on": "Fortsätter",
        "closed": "Avslutas utan åtgärd",
        "came": "Vad det ledde till: {what}",
    },
    "en": {
        "responsible": "Responsible: {who}.",
        "follow_up": "To be followed up {day}.",
        "sign": "How a child notices: {sign}",
        "open": "Open",
        "done": "Done",
        "carried-on": "Carried on",
        "closed": "Closed without action",
        "came": "What came of it: {what}",
    },
}


@dataclass(frozen=True)
class Agreed:
    """`came_of_it` are all lines on what came of it, the earliest first; `outcome` is a name of `WORDS`, and `decided` its
    day where that is worth saying."""

    what: str
    responsible: str
    follow_up: date | None
    sign: str
    outcome: str = "open"
    came_of_it: tuple[str, ...] = ()
    decided: date | None = None


def agreed_line(one: Agreed, language: Language) -> str:
    """As it was agreed."""
    return f"- {' '.join(_agreed(one, language))}"


def outcome_line(one: Agreed, language: Language) -> str:
    """With what became of it."""
    words = WORDS[language]
    on = f" {day(one.decided, language)}" if one.decided else ""
    said = [ended(one.what), f"{words[one.outcome]}{on}."]
    said += [words["came"].format(what=ended(line)) for line in one.came_of_it]
    if one.outcome in ("open", "carried-on") and one.follow_up:
        said.append(words["follow_up"].format(day=day(one.follow_up, language)))
    if one.sign:
        said.append(words["sign"].format(sign=ended(one.sign)))
    return f"- {' '.join(said)}"


def ended(text: str) -> str:
    """With a full stop, unless it ends otherwise."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _agreed(one: Agreed, language: Language) -> Iterator[str]:
    words = WORDS[language]
    yield ended(one.what)
    yield words["responsible"].format(who=one.responsible.rstrip("."))
    if one.follow_up:
        yield words["follow_up"].format(day=day(one.follow_up, language))
    if one.sign:
        yield words["sign"].format(sign=ended(one.sign))
