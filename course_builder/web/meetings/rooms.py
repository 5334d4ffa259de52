"""The pages of an APT hour before and after it. One line a page."""

from importlib import import_module
from types import ModuleType

NAMES: tuple[str, ...] = ("support",)
ROOMS: tuple[ModuleType, ...] = tuple(import_module(f"course_builder.web.meetings.{name}") for name in NAMES)
