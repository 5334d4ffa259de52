"""Reads the state string as a test wants to look at it."""

import re
from dataclasses import dataclass

from course_builder.content.keys import part_key, state_key


@dataclass(frozen=True)
class Saved:
    head: str
    at: str
    read: dict[str, str]
    quizzes: dict[str, str]
    kept: dict[str, str]


def saved(text: str | None) -> Saved:
    """Nothing kept yet reads as an empty state."""
    head, at, read, quizzes, _, kept = (text or "1--;;;;;").split(";")
    return Saved(
        head,
        at,
        dict(re.findall(r"([\w-]{4})([\w-]{2})", read)),
        dict(re.findall(r"([\w-]{4})([\d./]+),", quizzes)),
        dict(re.findall(r"([\w-]{4})([\w.~-]*),", kept)),
    )


def lesson(name: str) -> str:
    return part_key("lesson", name)


question = quiz = state_key
