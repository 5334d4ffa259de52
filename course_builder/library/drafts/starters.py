"""What a new course can begin from: starters with real content, and almost nothing."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from course_builder.content.editing.house import block_lines
from course_builder.content.editing.ids import with_ids
from course_builder.content.names import free_name
from course_builder.content.structure import fresh
from course_builder.content.structure.titles import title_of
from course_builder.paths import shipped

STARTERS = shipped.TEMPLATES / "starters"
ROOT = "course.yaml"
SUMMARY = re.compile(r"(?m)^summary: (?P<words>.+)$")


@dataclass(frozen=True)
class Starter:
    name: str
    title: str
    summary: str


def starters() -> Sequence[Starter]:
    """By name, and those of different lengths with the shortest first."""
    found = sorted((path.parent for path in STARTERS.glob(f"*/{ROOT}")), key=lambda one: _in_order(one.name))
    return [_starter(folder) for folder in found]


def _in_order(name: str) -> tuple[str, int]:
    words, _, length = name.rpartition("-")
    return (words, int(length)) if length.isdecimal() else (name, 0)


def begun(starter: str, identifier: str, title: str, today: date) -> dict[str, str]:
    """The files of a starter with only the course's id, title and date changed; KeyError for one that is not there."""
    folder = STARTERS / starter
    if not re.fullmatch("[a-z0-9-]+", starter) or not (folder / ROOT).is_file():
        raise KeyError(starter)
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {**files, ROOT: renamed(files[ROOT], identifier, title, today)}


def empty(identifier: str, title: str, today: date) -> dict[str, str]:
    """One module with one lesson, and nothing in it."""
    lesson = free_name(f"{identifier}-1", {identifier})
    path, words, value = fresh.leaf("lesson", lesson, title, is_meeting=False)
    root = {
        "id": identifier, "title": title, "language": "sv", "kind": "self-paced", "audience": ["medarbetare"],
        "version": {"number": 1, "date": today.isoformat()}, "completion": {"lessons": "all", "quizzes": "passed", "pass": "80%"},
        "modules": [{"id": free_name("modul-1", {identifier, lesson}), "title": title, "lessons": [value]}],
    }  # fmt: skip
    return {ROOT: "\n".join(block_lines(root, 0)) + "\n", path: words}


def new_set(kind: str, name: str, title: str) -> str:
    """The text of a shared quiz or film discussion, with its ids."""
    return with_ids(fresh.shared(kind, name, title), f"{name}.yaml", secrets.choice)


def renamed(text: str, identifier: str, title: str | None, today: date) -> str:
    text = re.sub(r"(?m)^id: .*$", f"id: {identifier}", text, count=1)
    text = re.sub(r"(?m)^  date: .*$", f"  date: {today}", text, count=1)
    if title is None:
        return text
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return re.sub(r"(?m)^title: .*$", lambda _: f'title: "{quoted}"', text, count=1)


def _starter(folder: Path) -> Starter:
    text = (folder / ROOT).read_text("utf-8")
    summary = SUMMARY.search(text)
    return Starter(folder.name, title_of(ROOT, text), summary["words"] if summary else "")
