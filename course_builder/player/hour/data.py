"""What the room's screen knows: the steps, what they show, the films. Nothing that is meant for those who lead it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from course_builder.content.course import Course
from course_builder.content.render.paint import Paint
from course_builder.content.step import Step
from course_builder.content.step_matter import item_of, talk_of
from course_builder.player.data import RELEASE_LENGTH
from course_builder.player.hour import attendance_words, poll_words, room_words
from course_builder.player.hour.film_data import room_film
from course_builder.player.hour.slide import Slide, sections
from course_builder.player.hour.step_slides import Unit, by_step
from course_builder.player.words import words

Server = Mapping[str, Any]
"""Addresses of the running application and what it takes to write there; None in a meeting kit."""


@dataclass(frozen=True)
class Showing:
    """An hour as it is shown: `hour` names it among the hours of a browser, `film_version` is what was planned.

    Not `planned`: each day that it is shown on is an hour of its own.
    """

    hour: str = "kit"
    title: str = ""
    film_version: str = "plain"
    unit: Unit = field(default_factory=Unit)
    planned: bool = True


class Room:
    """A course and its steps on the wall; made once for a page."""

    def __init__(self, course: Course, steps: Sequence[Step], showing: Showing = Showing()) -> None:
        self.course, self.steps, self.showing = course, tuple(steps), showing
        self.words = {**words(course.language), **room_words.PAGE[course.language]}
        self.paint = Paint(course, self.words, sealed=True)
        self.slides = by_step(course, self.steps, showing.unit, self.paint)

    @property
    def title(self) -> str:
        return self.showing.title or self.paint.plain(self.course.title)

    @property
    def sections(self) -> str:
        """The HTML of every step, hidden until the hour is there."""
        return "\n".join(_section(step, self.slides[step.id]) for step in self.steps)

    def data(self, server: Server | None = None) -> dict[str, Any]:
        found = {talk.id: talk for step in self.steps if (talk := talk_of(self.course, step)) is not None}
        return {
            "hour": {
                "id": self.showing.hour,
                "title": self.title,
                "language": self.course.language,
                "course": self.course.id,
                "release": self.course.digest[:RELEASE_LENGTH],
                "film_version": self.showing.film_version,
                "planned": self.showing.planned,
            },
            "steps": [self._step(step) for step in self.steps],
            "films": {key: room_film(talk, self.paint, self.course.today) for key, talk in found.items()},
            "words": {
                **room_words.SCRIPT[self.course.language],
                **poll_words.ROOM[self.course.language],
                **attendance_words.ROOM[self.course.language],
            },
            "server": dict(server) if server is not None else None,
        }

    def _step(self, step: Step) -> dict[str, Any]:
        """`group` is what the steps of a film discussion are called together."""
        talk, item = talk_of(self.course, step), item_of(self.course, step)
        group = (item.title if item else talk.title) if talk else None
        return {
            "id": step.id, "item": step.item, "kind": step.kind, "title": step.title, "minutes": step.minutes,
            "form": step.form, "lead": step.lead, "method": step.method, "shrink": step.shrink, "least": step.least,
            "keep": step.keep, "pages": len(self.slides[step.id]), "film": talk.id if talk else None,
            "group": self.paint.plain(group) if group else None,
        }  # fmt: skip


def room_data(
    course: Course, steps: Sequence[Step], showing: Showing = Showing(), server: Server | None = None
) -> dict[str, Any]:  # fmt: skip
    return Room(course, steps, showing).data(server)


def _section(step: Step, slides: Sequence[Slide]) -> str:
    return f'<section data-step="{step.id}" data-kind="{step.kind}" hidden>{sections(slides)}</section>'
