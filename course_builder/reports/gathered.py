"""A record that can be given out as it reads now, and whose are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from course_builder.reports.models import RecordKind

MOST = 5_000
"""Records one request may gather; more than that is a task of its own."""


@dataclass(frozen=True)
class Gathered:
    """A record as it reads now. `of` is its key among its kind."""

    kind: RecordKind
    of: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Wanted:
    """People, and units with everything under them, whose records are asked for."""

    people: frozenset[int] = frozenset()
    paths: tuple[str, ...] = ()
