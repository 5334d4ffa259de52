"""What the page gives a film: its words, its Markdown, its icons."""

from collections.abc import Mapping
from html import escape
from typing import Protocol


class Look(Protocol):
    @property
    def words(self) -> Mapping[str, str]: ...
    def inline(self, text: str) -> str: ...
    def markdown(self, text: str) -> str: ...
    def icon(self, name: str) -> str: ...


ICONS: Mapping[str, str] = {
    "again": "rotate-ccw", "arrived": "check", "download": "download", "go": "play", "print": "printer", "read": "check",
    "save": "download", "step": "arrow-right", "text": "file-text", "watched": "check",
}  # fmt: skip
"""Of what a press does."""


def button(look: Look, action: str, word: str, classes: str = "btn quiet", **more: str) -> str:
    """A button that the script answers; without the script it is not shown."""
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in more.items())
    return (
        f'<button type="button" class="{classes} script" data-do="{action}"{data}>'
        f"{look.icon(ICONS[action])}{escape(look.words[word])}</button>"
    )
