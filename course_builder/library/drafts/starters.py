"""What a new course can begin from: starters with real content, and almost nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    return [_starter(path.parent) for path in sorted(STARTERS.glob(f"*/{ROOT}"))]


def begun(starter: str, identifier: str, title: str, today: date) -> Mapping[str, str]:
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
