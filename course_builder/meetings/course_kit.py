"""The meeting kit of a course, before anybody has planned an hour: a ready plan, or a film discussion and a length.

It knows no unit: the routine and the support are the region's, and place and day are written on the papers by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.content.step import Step
from course_builder.content.steps import of_talk, ready_plans, steps
from course_builder.content.tree import Tree
from course_builder.meetings.choices import talk_lengths
from course_builder.meetings.kit_files import Kit
from course_builder.meetings.support import regional_contacts, regional_routine
from course_builder.packaging.hour_kit import kit_course, view_files
from course_builder.paper.hour import HourPapers
from course_builder.paper.hour_words import WORDS
from course_builder.paper.occasion import Occasion
from course_builder.player.hour.data import Room, Showing
from course_builder.player.hour.leader import Leading
from course_builder.player.hour.support import Support, Where

WITHOUT_HOUR = "kit-of-"
"""What a kit calls an hour that nobody has planned yet: this and the course."""
FILE: Mapping[Language, str] = {"sv": "moteslada", "en": "meeting-kit"}


@dataclass(frozen=True)
class Plan:
    """A ready plan of so many minutes; with `talk`, around that film discussion of the course."""

    minutes: int
    talk: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """`60`, or `vantrummet:30`."""
        return f"{self.talk}:{self.minutes}" if self.talk else str(self.minutes)


def plans(course: Course) -> tuple[Plan, ...]:
    """What a kit can be made of; the first is the one that the author laid out as the hour."""
    ready = sorted(ready_plans(course), key=lambda minutes: (minutes != course.minutes, minutes))
    talks = [Plan(minutes, talk.id, talk.title) for talk in course.films for minutes in talk_lengths(talk)]
    return *(Plan(minutes, title=course.title) for minutes in ready), *talks


def zip_name(course: Course, plan: Plan, draft: str = "") -> str:
    """`draft` is the word that marks what is no version."""
    parts = (course.id, draft, plan.talk, FILE[course.language], str(plan.minutes))
    return f"{'-'.join(filter(None, parts))}.zip"


def course_kit(course: Course, plan: Plan, templates: Tree, built: Tree, today: date) -> Kit:
    """`plan` is one of the course's own."""
    shown, left = kit_course(course, today)
    room = Room(shown, _steps(shown, plan), Showing(f"{WITHOUT_HOUR}{course.id}", plan.title, planned=False))
    support = _support(course)
    occasion = Occasion(
        WORDS[course.language]["by_hand"], None, support.routine, support.contacts, stale="regional"
    )
    return Kit(
        tuple(view_files(room, Leading(support=support), built)),
        HourPapers(shown, room.steps, occasion, templates), left, built,
    )  # fmt: skip


def _steps(course: Course, plan: Plan) -> tuple[Step, ...]:
    return of_talk(course, plan.talk, plan.minutes) if plan.talk else steps(course, plan.minutes)


def _support(course: Course) -> Support:
    routine = regional_routine(course.region)
    contacts = tuple(Where(one.title, one.where, one.url) for one in regional_contacts(course.region))
    return Support(Where(routine.title, routine.where, routine.url) if routine.title else None, contacts)
