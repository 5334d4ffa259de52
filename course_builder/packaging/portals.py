"""Portals by name, and what to choose for each. A row says when a package of ours was last seen to work there.

A row that nobody has verified is kept for whoever will, and is not offered: its settings are read in the portal's own
source code (docs/portals.md), and reading is not running.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

OTHER = "other"
"""The choice for a portal that has no row, or none that is verified."""


@dataclass(frozen=True)
class Portal:
    """`answers` are to the questions of `choices.QUESTIONS`; what is left out takes its default.

    `verified_by` says who, and `verified_with` which portal and version, in one line for people.
    """

    name: str
    label: str
    format: str
    answers: Mapping[str, str] = field(default_factory=dict)
    verified_on: date | None = None
    verified_by: str = ""
    verified_with: str = ""


PORTALS = (
    Portal("moodle", "Moodle", "scorm12"),
    Portal("totara", "Totara", "scorm12"),
    Portal("luvit", "Luvit", "scorm12"),
    Portal("ilias", "ILIAS", "scorm12"),
    Portal("chamilo", "Chamilo", "scorm12"),
    Portal("open-edx", "Open edX", "scorm12"),
    Portal("saba", "Saba / Cornerstone", "scorm12"),
    Portal("scorm-cloud", "SCORM Cloud", "scorm2004-4"),
)


def verified(portals: Iterable[Portal] = PORTALS) -> tuple[Portal, ...]:
    """Those that somebody has seen work, the last seen first."""
    seen = [(one.verified_on, one) for one in portals if one.verified_on is not None]
    return tuple(one for _, one in sorted(seen, key=lambda pair: (pair[0], pair[1].name), reverse=True))
