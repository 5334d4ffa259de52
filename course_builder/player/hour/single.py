"""One screen for all: what the room sees, and below it a bar that hides. The notes are on paper."""

from collections.abc import Mapping
from html import escape

from course_builder.content.render.icon import icon
from course_builder.player.hour import single_words
from course_builder.player.hour.data import Room
from course_builder.player.hour.screen_page import Beside, screen_page

BUTTONS = (
    ("back", "arrow-left", "quiet"), ("next", "arrow-right", "primary"), ("more", "plus", ""), ("pause", "pause", ""),
    ("resume", "play", ""), ("film", "clapperboard", ""), ("captions", "captions", ""), ("scene", "file-text", ""),
    ("overview", "list", ""), ("dark", "moon", ""), ("light", "sun", ""), ("blank", "eye-off", ""),
    ("full", "maximize", ""), ("calm", "hand", ""), ("calm_end", "play", "primary"), ("end", "flag", "quiet"),
)  # fmt: skip
"""What a button does, its icon, how it looks; in their order on the bar."""
ICONS = ("arrow-left", "arrow-right", "plus", "pause", "play", "clapperboard", "captions", "file-text", "list", "moon", "sun",
         "eye-off", "maximize", "hand", "flag")  # fmt: skip
VERSIONS = ("plain", "described", "signed")


def single_page(room: Room, beside: Beside) -> str:
    """The whole HTML."""
    language = room.course.language
    bar = _bar(single_words.PAGE[language])
    return screen_page(room, beside, "single", bar, single_words.SCRIPT[language])


def _bar(words: Mapping[str, str]) -> str:
    buttons = "".join(_button(name, sign, looks, words) for name, sign, looks in BUTTONS)
    start = f'<button type="button" class="btn primary" data-one="start">{icon("play")}{escape(words["one_start"])}</button>'
    options = "".join(f'<option value="{name}">{escape(words[f"one_{name}"])}</option>' for name in VERSIONS)
    name = escape(words["one_version"])
    version = f'<select class="input" data-one="version" aria-label="{name}">{options}</select>'
    after = f'<a class="btn primary" data-one="after" hidden>{icon("arrow-right")}{escape(words["one_after"])}</a>'
    return (
        f'<nav class="one-bar" data-is="bar" aria-label="{escape(words["one_bar"])}"><p class="one-late" data-is="late" hidden></p>'
        f'<ul class="one-offers" data-is="offers" hidden></ul><div class="row">{start}{buttons}{version}{after}</div></nav>'
    )


def _button(name: str, sign: str, looks: str, words: Mapping[str, str]) -> str:
    return f'<button type="button" class="btn {looks}" data-one="{name}" hidden>{icon(sign)}{escape(words[f"one_{name}"])}</button>'
