"""What the page gives a film: its words, its Markdown, its icons, and a place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Protocol


class Look(Protocol):
    @property
    def words(self) -> Mapping[str, str]: ...
    def inline(self, text: str) -> str: ...
    def markdown(self, text: str) -> str: ...
    def icon(self, name: str) -> str: ...


@dataclass(frozen=True)
class Stage:
    """Where a film is shown. `level` is the next heading's; a film in a lesson does not count as seen."""

    look: Look
    language: str
    key: str
    title: str
    level: int
    counts: bool = True

    def say(self, name: str, **values: object) -> str:
        """A word of the page, for HTML."""
        return escape(self.look.words[name].format(**values))

    def below(self) -> "Stage":
        return replace(self, level=self.level + 1)

    def press(self, action: str, word: str, classes: str = "btn quiet", **more: object) -> str:
        """A button that the script answers; without the script it is not shown."""
        data = "".join(f' data-{name}="{value}"' for name, value in more.items())
        return (
            f'<button type="button" class="{classes} script" data-do="{action}"{data}>'
            f"{self.look.icon(ICONS[action])}{self.say(word)}</button>"
        )


ICONS: Mapping[str, str] = {
    "again": "rotate-ccw", "arrived": "check", "download": "download", "go": "play", "print": "printer", "read": "check",
    "save": "download", "step": "arrow-right", "text": "file-text", "watched": "check",
}  # fmt: skip
"""Of what a press does."""
