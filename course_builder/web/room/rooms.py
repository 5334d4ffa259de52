"""The pages of an APT hour while it runs: its leaders', the room's and the phones'. One line a page."""

from importlib import import_module
from types import ModuleType

NAMES: tuple[str, ...] = (
    "entrance",
    "joining",
    "leader",
    "phone",
    "rounds",
    "screen",
    "stage",
    "stream",
    "wall",
)
ROOMS: tuple[ModuleType, ...] = tuple(import_module(f"course_builder.web.room.{name}") for name in NAMES)
