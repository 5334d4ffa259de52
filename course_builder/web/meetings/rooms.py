"""The pages of an APT hour before and after it. One line a page."""

from importlib import import_module
from types import ModuleType

NAMES: tuple[str, ...] = (
    "absent",
    "actions",
    "after",
    "again",
    "attendance",
    "attendance_desk",
    "attendance_pasted",
    "coverage",
    "ending",
    "followed",
    "guide",
    "hours",
    "kit",
    "new",
    "notes",
    "people",
    "plan",
    "sending",
    "summary",
    "support",
    "wall_attendance",
    "when",
    "year",
)
ROOMS: tuple[ModuleType, ...] = tuple(import_module(f"course_builder.web.meetings.{name}") for name in NAMES)
