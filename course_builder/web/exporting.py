"""What is about to leave the house: a draft or a version, for a portal, beside what that portal has already."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from flask import abort, current_app

from course_builder.content.compare import Comparison, compare
from course_builder.content.course import Course
from course_builder.content.models.course import Version
from course_builder.library.exports import log
from course_builder.library.kept_tree import ReleaseUnreadable
from course_builder.library.models import Release
from course_builder.library.releases import course_of, latest
from course_builder.packaging.format import Format
from course_builder.packaging.portals import OTHER, Portal, verified
from course_builder.web.clock import SWEDEN, today
from course_builder.web.kept import version
from course_builder.web.language import gettext
from course_builder.web.on_shelf import shelved
from course_builder.web.records import reading


@dataclass(frozen=True)
class Target:
    """A portal as people call it. `row` is None for one that is not in the table, or not verified."""

    name: str
    row: Portal | None = None
    choices: tuple[Portal, ...] = field(default=())

    @property
    def value(self) -> str:
        return self.row.name if self.row else OTHER

    @property
    def format(self) -> str | None:
        return self.row.format if self.row else None

    @property
    def answers(self) -> Mapping[str, str]:
        return self.row.answers if self.row else {}


@dataclass(frozen=True)
class Outgoing:
    """`release` is None of a draft. `course` is as people see it; `marked` says which version it is, too."""

    name: str
    number: int | None
    course: Course
    buildable: bool
    release: Release | None
    kept: bool
    """Whether versions are kept here: not on an author's own machine, where the course says itself which it is."""

    @cached_property
    def marked(self) -> Course:
        if self.release is not None:
            made_on = self.release.made_on.astimezone(SWEDEN).date()
            return replace(self.course, version=Version(number=self.release.number, date=made_on))
        return replace(self.course, version=None) if self.kept else self.course

    @property
    def drafted(self) -> bool:
        return self.kept and self.release is None

    @cached_property
    def published(self) -> Release | None:
        """The version that people have, when this is a draft of it."""
        return latest(reading(), self.course.id) if self.drafted else None

    def file_name(self, made: Format) -> str:
        plain = made.file_name(self.course)
        return plain.replace(self.course.id, f"{self.course.id}-utkast", 1) if self.drafted else plain

    def last(self, target: Target) -> log.Exported | None:
        return log.last_for(reading(), self.course.id, target.name) if self.kept else None

    def against(self, target: Target) -> Comparison | None:
        """With what the portal got last; None when it has got nothing, or nothing that can still be read."""
        last = self.last(target)
        if last is None:
            return None
        try:
            return compare(log.course_in(reading(), last.export, today()), self.course)
        except ReleaseUnreadable:
            return None


def outgoing(name: str, number: int | None) -> Outgoing:
    kept = "database" in current_app.extensions
    if number is not None:
        release = version(name, number)
        return Outgoing(name, number, course_of(reading(), release.id, today()), True, release, kept)
    found = shelved(name)
    if found.course is None:
        abort(404)
    return Outgoing(name, None, found.course, found.buildable, None, kept)


def target(row_name: str, typed: str) -> Target:
    """A verified row, or the name that was typed, or just another portal."""
    rows = verified()
    row = next((one for one in rows if one.name == row_name), None)
    name = row.label if row else " ".join(typed.split())
    return Target(name or gettext("Annan portal"), row, rows)
