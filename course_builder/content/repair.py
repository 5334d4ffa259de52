"""Problems that can be put right without a person: only where one answer is possible and no word of hers is changed."""

import re
from collections.abc import Callable, Mapping

from course_builder.content import yamlerrors
from course_builder.content.checks import headings
from course_builder.content.editing.ids import Draw, with_ids
from course_builder.content.problems import LONGEST_VALUE, Problem
from course_builder.content.sources import CONTROL, CONTROLS
from course_builder.content.validate import MISSING_ID

MARKS = re.compile(r"#+")
BOLD = re.compile(r"(\*\*|__)(?P<words>.+?)\1\s*:?\s*")
TABS = re.compile(r"^[ \t]+")
LINE_END = re.compile(r"\r\n|\r|\n")


def can_repair(problem: Problem) -> bool:
    if "repaired" in problem.values:
        return len(problem.values["repaired"]) < LONGEST_VALUE
    return problem.code == MISSING_ID or problem.code == CONTROL or problem.code.name in LINES


def repaired(problem: Problem, text: str, path: str, draw: Draw) -> str:
    """The text of the problem's file without it; the same text where there is nothing to do."""
    if problem.code == MISSING_ID:
        return with_ids(text, path, draw)
    if problem.code == CONTROL:
        return CONTROLS.sub("", text)
    mend = _written if "repaired" in problem.values else LINES.get(problem.code.name)
    if mend is None or not can_repair(problem):
        return text
    start, end = _line(text, problem.place.line)
    return text[:start] + mend(problem, text[start:end]) + text[end:]


def _line(text: str, number: int) -> tuple[int, int]:
    """Where a line begins and ends, without what ends it."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    if not 1 <= number <= len(starts):
        return len(text), len(text)
    found = LINE_END.search(text, starts[number - 1])
    return starts[number - 1], found.start() if found else len(text)


def _written(problem: Problem, line: str) -> str:
    """As the hint says that it could be written."""
    return line[: len(line) - len(line.lstrip())] + problem.values["repaired"]


def _level(problem: Problem, line: str) -> str:
    return MARKS.sub(problem.values["marks"], line, count=1)


def _heading(problem: Problem, line: str) -> str:
    found = BOLD.fullmatch(line.strip())
    return f"## {found['words']}" if found else line


def _spaces(problem: Problem, line: str) -> str:
    return TABS.sub(lambda found: found[0].replace("\t", "  "), line)


LINES: Mapping[str, Callable[[Problem, str], str]] = {
    headings.SKIPS.name: _level,
    headings.BOLD.name: _heading,
    yamlerrors.TAB.name: _spaces,
}
