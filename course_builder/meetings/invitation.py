"""What the leaders send beforehand, as text to copy: the invitation two weeks before, the agenda one week before.

Two minutes of reading at most. The application sends nothing to the workplace itself: that is for its manager.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from babel.dates import format_date

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.content.step import Step
from course_builder.learning.days import SWEDEN, day_of
from course_builder.meetings.films import films
from course_builder.meetings.invitation_words import FORMS, KINDS, LEADS, METHODS, WORDS

What = Literal["invitation", "agenda"]
DAYS_BEFORE = {"invitation": 14, "agenda": 7}


@dataclass(frozen=True)
class Facts:
    """`leaders` are names and what each leads as: `chef` or `ombud`. `ombud` is what a representative is called here."""

    title: str
    unit: str
    starts: datetime
    minutes: int
    leaders: Sequence[tuple[str, str]]
    actions: Sequence[str] = ()
    ombud: str = "ombud"
    place: str = ""


@dataclass(frozen=True)
class Line:
    """An item of the agenda. `at` is when it begins, as "14.03"; `how` the form of dialogue and who leads."""

    at: str
    minutes: int
    title: str
    how: str


@dataclass(frozen=True)
class Notice:
    """What is sent: a heading, facts, paragraphs, and of an agenda its lines."""

    heading: str
    facts: Sequence[tuple[str, str]]
    paragraphs: Sequence[str]
    lines: Sequence[Line] = ()
    last: Sequence[str] = ()

    @property
    def text(self) -> str:
        """As it is copied into a letter."""
        parts = [self.heading, "\n".join(f"{name}: {value}" for name, value in self.facts), *self.paragraphs]
        if self.lines:
            parts.append("\n".join(_line(line) for line in self.lines))
        return "\n\n".join([*parts, *self.last])


def when_to_send(what: What, starts: datetime) -> date:
    return day_of(starts) - timedelta(days=DAYS_BEFORE[what])


def notice(what: What, facts: Facts, course: Course, steps: Sequence[Step], language: Language) -> Notice:
    return (invitation if what == "invitation" else agenda)(facts, course, steps, language)


def invitation(facts: Facts, course: Course, steps: Sequence[Step], language: Language) -> Notice:
    """Why, when, and that nobody needs to prepare."""
    words, shown = WORDS[language], films(course, steps, day_of(facts.starts))
    paragraphs = [
        course.summary,
        words["film"] if shown else "",
        *_notes(facts, course, steps, language),
        words["pass"],
    ]
    return Notice(
        words["invitation"].format(title=facts.title), _facts(facts, language), [one for one in paragraphs if one],
        last=[words["agenda_comes"]],
    )  # fmt: skip


def agenda(facts: Facts, course: Course, steps: Sequence[Step], language: Language) -> Notice:
    """Every item with its minutes, its form of dialogue and who leads it."""
    words = WORDS[language]
    before = (
        [words["actions"].format(actions="; ".join(one.rstrip(".") for one in facts.actions))]
        if facts.actions
        else []
    )
    notes = _notes(facts, course, steps, language)
    return Notice(
        words["agenda"].format(title=facts.title), _facts(facts, language), before, lines(facts, steps, language),
        last=[*notes, words["pass"]],
    )  # fmt: skip


def lines(facts: Facts, steps: Sequence[Step], language: Language) -> list[Line]:
    found, at = [], facts.starts
    for step in steps:
        found.append(Line(clock(at, language), step.minutes, step.title, how(step, facts.ombud, language)))
        at += timedelta(minutes=step.minutes)
    return found


def how(step: Step, ombud: str, language: Language) -> str:
    """ "Helgrupp, leds av chef": the form of dialogue in the author's words, else the method's, else what it is."""
    form = step.form or METHODS[language].get(step.method or "") or KINDS[language].get(step.kind) or ""
    lead = LEADS[language][step.lead].format(ombud=ombud) if step.lead else ""
    said = ", ".join(part for part in (FORMS[language].get(form, form), lead) if part)
    return said[:1].upper() + said[1:]


def clock(at: datetime, language: Language) -> str:
    return f"{at.astimezone(SWEDEN):%H.%M}" if language == "sv" else f"{at.astimezone(SWEDEN):%H:%M}"


def when(starts: datetime, minutes: int, language: Language) -> str:
    """ "Torsdag 10 december 2026, 14.00–15.00"."""
    day = format_date(day_of(starts), "EEEE d MMMM y", locale=language)
    ends = clock(starts + timedelta(minutes=minutes), language)
    return f"{day[:1].upper()}{day[1:]}, {clock(starts, language)}–{ends}"


def _facts(facts: Facts, language: Language) -> list[tuple[str, str]]:
    words = WORDS[language]
    names = [
        f"{name} ({facts.ombud if part == 'ombud' else words['manager']})" for name, part in facts.leaders
    ]
    return [
        (words["when"], when(facts.starts, facts.minutes, language)),
        *([(words["where"], facts.place)] if facts.place else []),
        (words["unit"], facts.unit),
        (words["led_by"], words["and"].join(names)),
    ]


def _notes(facts: Facts, course: Course, steps: Sequence[Step], language: Language) -> list[str]:
    notes = [one.content_note for one in films(course, steps, day_of(facts.starts)) if one.content_note]
    return [WORDS[language]["note"].format(note=note) for note in notes]


def _line(line: Line) -> str:
    return f"{line.at}  {line.title} ({line.minutes} min)" + (f"\n       {line.how}" if line.how else "")
