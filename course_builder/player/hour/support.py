"""What a leader points to when a talk touches somebody: the routine for concern for a child, and who gives support."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Where:
    """A place to turn to; `where` in words, `url` when there is a page."""

    title: str
    where: str = ""
    url: str = ""


@dataclass(frozen=True)
class Support:
    """`old`: nobody has looked at it for a year."""

    routine: Where | None = None
    contacts: tuple[Where, ...] = ()
    old: bool = False


def place(where: Where) -> str:
    """As HTML; opened in a tab of its own, so that the hour stays where it is."""
    title = escape(where.title or where.where or where.url)
    rest = f": {escape(where.where)}" if where.where and where.title else ""
    if not where.url.startswith(("https://", "http://")):
        return f"{title}{rest}"
    return f'<a href="{escape(where.url)}" target="_blank" rel="noopener noreferrer">{title}</a>{rest}'
