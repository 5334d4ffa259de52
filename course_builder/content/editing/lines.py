"""The lines of a text as they stand in the file, to be taken out, put in and put in another order."""

from collections.abc import Sequence
from dataclasses import dataclass

from course_builder.content.editing.errors import Unreadable
from course_builder.content.editing.nodes import LINE, MARK
from course_builder.content.sources import CONTROLS

Span = tuple[int, int]
"""A first line and the line after the last, counted from 0."""


@dataclass(frozen=True)
class Lines:
    """`lines` keep their line breaks; `mark` is a byte order mark or nothing."""

    mark: str
    lines: Sequence[str]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Raises Unreadable for a text with signs that no file of a course has."""
        mark = MARK if text.startswith(MARK) else ""
        body = text.removeprefix(MARK)
        if CONTROLS.search(body):
            raise Unreadable
        return cls(mark, [line for line in LINE.findall(body) if line])

    @property
    def break_(self) -> str:
        first = self.lines[0] if self.lines else ""
        return _break(first) or "\n"

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def replaced(self, start: int, end: int, inner: str) -> str:
        return self.mark + "".join([*self.lines[:start], inner, *self.lines[end:]])

    def placed(self, chunk: str, at: int) -> str:
        """Before a line, with an empty line on each side that has something."""
        before, after = "".join(self.lines[:at]), "".join(self.lines[at:])
        end = self.break_
        if before and not _break(before):
            before, chunk = before + end, _bare(chunk)
        elif not _break(chunk):
            chunk += end
        if before and self.lines[at - 1].strip():
            before += end
        if after and self.lines[at].strip():
            chunk += end
        return self.mark + before + chunk + after

    def without(self, start: int, end: int) -> str:
        """Away, with the empty lines after it; those before it stay, unless nothing follows."""
        while end < len(self.lines) and not self.lines[end].strip():
            end += 1
        if end == len(self.lines):
            while start and not self.lines[start - 1].strip():
                start -= 1
        return self.replaced(start, end, "")

    def ordered(self, spans: Sequence[Span], order: Sequence[int]) -> str:
        """The spans in another order; what stands between them stays where it is, so that nothing grows together."""
        chunks = [_bare("".join(self.lines[start:end])) for start, end in spans]
        made = self.mark + "".join(self.lines[: spans[0][0]])
        for place, number in enumerate(order):
            if place:
                made += self._gap(spans, place, order[place - 1] + 1 == number)
            made += chunks[number]
        return made + _break(self.lines[spans[-1][1] - 1]) + "".join(self.lines[spans[-1][1] :])

    def _gap(self, spans: Sequence[Span], place: int, were_neighbours: bool) -> str:
        end, start = spans[place - 1][1], spans[place][0]
        gap = _break(self.lines[end - 1]) + "".join(self.lines[end:start])
        return gap if start > end or were_neighbours else gap + self.break_


def _break(text: str) -> str:
    return (
        text[len(text.rstrip("\r\n")) :][-2:]
        if text.endswith("\r\n")
        else text[-1:] * text.endswith(("\n", "\r"))
    )


def _bare(chunk: str) -> str:
    return chunk[: len(chunk) - len(_break(chunk))]
