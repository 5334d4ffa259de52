"""A problem planted in the small course of `trees.BASE`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from course_builder.content.problems import Place, Problem
from tests.content.trees import BASE, TODAY, Files, check, drawn, shelf

MARK = "¤"
"""Stands just before the place where the problem is told."""


@dataclass(frozen=True)
class Planted:
    """`drawing` replaces files of the base. `mend` turns it into a neighbour without the problem.

    `files` are those a drawing cannot show, `shelf` those of a shelf behind the course. `at` is told where no mark can stand.
    """

    code: str
    drawing: str = ""
    mend: tuple[str, str] | None = None
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    today: date = TODAY
    against: str = ""
    shelf: str = ""

    def course(self) -> Files:
        return self._course(self.drawing, self.files)

    def mended(self) -> Files:
        """The base itself where nothing nearer is given."""
        if self.mend is None:
            return BASE
        old, new = self.mend
        assert any(old in str(text) for text in (self.drawing, *self.files.values()))
        files = {name: _replaced(text, old, new) for name, text in self.files.items()}
        return self._course(self.drawing.replace(old, new), files)

    def problems(self, files: Files) -> tuple[Problem, ...]:
        shelves = [shelf(self.shelf)] if self.shelf else []
        old = BASE | drawn(self.against) if self.against else None
        return check(files, *shelves, today=self.today, against=old)

    def places(self) -> list[str]:
        marked = {**drawn(self.drawing), **self.files}
        found = [str(place) for name, text in marked.items() for place in _marks(name, text)]
        return sorted([*found, *self.at])

    def _course(self, drawing: str, files: Files) -> Files:
        made = {**BASE, **drawn(drawing), **files}
        return {name: _replaced(text, MARK, "") for name, text in made.items() if name not in self.without}


def _replaced(text: str | bytes, old: str, new: str) -> str | bytes:
    return text.replace(old, new) if isinstance(text, str) else text


def _marks(name: str, text: str | bytes) -> list[Place]:
    if not isinstance(text, str):
        return []
    lines = text.split("\n")
    return [
        Place(name, number, column + 1 - line[:column].count(MARK))
        for number, line in enumerate(lines, 1)
        for column in range(len(line))
        if line[column] == MARK
    ]
