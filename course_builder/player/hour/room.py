"""The room view: large type, one thing at a time, and nothing to press."""

from course_builder.player.hour.data import Room
from course_builder.player.hour.screen_page import Beside, screen_page


def room_page(room: Room, beside: Beside) -> str:
    """The whole HTML."""
    return screen_page(room, beside, "room")


def wall_page(room: Room, beside: Beside) -> str:
    """For a machine where nobody is signed in: it follows and steers nothing."""
    return screen_page(room, beside, "wall")
