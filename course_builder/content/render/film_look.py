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


def button(look: Look, icon: str, action: str, word: str, classes: str = "btn quiet", **more: str) -> str:
    """A button that the script answers; without the script it is not shown."""
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in more.items())
    return (
        f'<button type="button" class="{classes} script" data-do="{action}"{data}>'
        f"{look.icon(icon)}{escape(look.words[word])}</button>"
    )
