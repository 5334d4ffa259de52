"""What something new begins as. What a film discussion lacks stops publishing until somebody has chosen a film."""

from collections.abc import Mapping
from typing import Any

from course_builder.content.editing.house import block_lines

Value = str | Mapping[str, Any]
MINUTES = 5
"""Of a new item of the hour."""


def leaf(kind: str, name: str, title: str, *, is_meeting: bool) -> tuple[str, str, Value]:
    """The path and the text of its file, and what stands for it in the course file. An item has no file: both empty."""
    value = entry(kind, name, title, is_meeting=is_meeting)
    if kind == "lesson":
        return f"{name}.md", f"---\nid: {name}\n---\n# {title}\n", value
    if kind == "item":
        return "", "", value
    return f"quizzes/{name}.yaml", shared(kind, name, title), value


def entry(kind: str, name: str, title: str, *, is_meeting: bool) -> Value:
    """What names it in the course file."""
    named = {"text": f"{name}.md"} if kind == "lesson" else {} if kind == "item" else {kind: name}
    if is_meeting:
        return {"title": title, "minutes": MINUTES, **named}
    return named["text"] if kind == "lesson" else named


def shared(kind: str, name: str, title: str) -> str:
    """The text of a new quiz or film discussion."""
    value = _film(name, title) if kind == "film" else _quiz(name, title)
    return "\n".join(block_lines(value, 0)) + "\n"


def _quiz(name: str, title: str) -> Mapping[str, Any]:
    options = [
        {"right": "Det svar som stämmer", "because": "Skriv varför det stämmer."},
        {"wrong": "Ett svar som många tror", "because": "Skriv varför tanken är vanlig, och vad som gäller."},
    ]
    return {
        "kind": "quiz",
        "id": name,
        "title": title,
        "questions": [{"kind": "choice", "ask": "Skriv frågan här.", "options": options}],
    }


def _film(name: str, title: str) -> Mapping[str, Any]:
    return {
        "kind": "film-discussion",
        "id": name,
        "title": title,
        "film": {"title": title},
        "before": [{"ask": "Vad hoppas du att ett barn minns efteråt?", "method": "bikupa", "minutes": 3}],
        "after": [
            {"step": "se", "ask": "Vad gjorde någon som hjälpte?", "method": "runda", "minutes": 5},
            {"step": "överföra", "ask": "När händer samma sak hos oss?", "method": "epa", "minutes": 6},
        ],
    }
