"""Barnrätt hos oss: what a unit did in a year, in words for its follow-up documents. Nobody's name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from course_builder.content.problems import Language
from course_builder.content.render.dates import day
from course_builder.paper.agreed import Agreed, outcome_line

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "title": "Barnrätt hos oss {year}",
        "hours": "APT-timmar",
        "held_one": "Vi höll en APT-timme om barnets rättigheter.",
        "held": "Vi höll {number} APT-timmar om barnets rättigheter.",
        "hour": "{day}: {title}, {minutes} minuter",
        "present": ", {number} närvarande",
        "rep": "Barnrättsombud",
        "rep_all": "Enheten hade ombud hela året.",
        "rep_some": "Enheten hade ombud {spans}.",
        "span": "{starts}–{ends}",
        "and": " och ",
        "rep_none": "Enheten hade inget ombud under året.",
        "worked": "Det här arbetade vi med",
        "article": "Artikel {number}: {title}",
        "actions": "Åtgärder och vad de betydde för barn",
        "actions_none": "Ingen åtgärd bestämdes eller följdes upp under året.",
        "routines": "Rutiner",
        "empty": "Ingen APT-timme om barnets rättigheter är förd in för {year}.",
    },
    "en": {
        "title": "Child rights in our unit {year}",
        "hours": "APT hours",
        "held_one": "We held one APT hour on the rights of the child.",
        "held": "We held {number} APT hours on the rights of the child.",
        "hour": "{day}: {title}, {minutes} minutes",
        "present": ", {number} present",
        "rep": "Child rights representative",
        "rep_all": "The unit had a representative all year.",
        "rep_some": "The unit had a representative {spans}.",
        "span": "{starts} to {ends}",
        "and": " and ",
        "rep_none": "The unit had no representative during the year.",
        "worked": "What we worked with",
        "article": "Article {number}: {title}",
        "actions": "Actions and what they meant for children",
        "actions_none": "No action was agreed on or followed up during the year.",
        "routines": "Routines",
        "empty": "No APT hour on the rights of the child has been entered for {year}.",
    },
}


@dataclass(frozen=True)
class HeldHour:
    on: date
    title: str
    minutes: int
    present: int | None


@dataclass(frozen=True)
class YearFacts:
    """`rep` are the spans in which somebody was the representative, within the year and with both days included."""

    unit: str
    year: int
    hours: tuple[HeldHour, ...]
    rep: tuple[tuple[date, date], ...]
    articles: tuple[tuple[int, str], ...]
    actions: tuple[Agreed, ...]
    routines: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not self.hours and not self.actions


def year_text(facts: YearFacts, language: Language) -> str:
    """To read, to change, to copy and to print."""
    words = WORDS[language]
    parts = [f"{words['title'].format(year=facts.year)}\n{facts.unit}"]
    parts.append("\n".join([words["hours"], *_hours(facts, language)]))
    if facts.articles:
        lines = [
            f"- {words['article'].format(number=number, title=title)}" for number, title in facts.articles
        ]
        parts.append("\n".join([words["worked"], *lines]))
    parts.append("\n".join([words["actions"], *_actions(facts, language)]))
    parts.append("\n".join([words["rep"], _rep(facts, language)]))
    if facts.routines:
        parts.append("\n".join([words["routines"], *(f"- {one}" for one in facts.routines)]))
    return "\n\n".join(parts) + "\n"


def _hours(facts: YearFacts, language: Language) -> Iterator[str]:
    words, many = WORDS[language], len(facts.hours)
    if not many:
        yield words["empty"].format(year=facts.year)
        return
    yield words["held_one"] if many == 1 else words["held"].format(number=many)
    for one in facts.hours:
        said = words["hour"].format(day=day(one.on, language), title=one.title, minutes=one.minutes)
        yield f"- {said}{words['present'].format(number=one.present) if one.present is not None else ''}"


def _actions(facts: YearFacts, language: Language) -> Sequence[str]:
    return [outcome_line(one, language) for one in facts.actions] or [WORDS[language]["actions_none"]]


def _rep(facts: YearFacts, language: Language) -> str:
    words = WORDS[language]
    if not facts.rep:
        return words["rep_none"]
    if facts.rep == ((date(facts.year, 1, 1), date(facts.year, 12, 31)),):
        return words["rep_all"]
    spans = [
        words["span"].format(starts=day(starts, language), ends=day(ends, language))
        for starts, ends in facts.rep
    ]
    return words["rep_some"].format(spans=words["and"].join(spans))
