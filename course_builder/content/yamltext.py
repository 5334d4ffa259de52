"""YAML as the course source uses it: every scalar stays text, every value keeps its place.

Anchors, aliases, tags and duplicate keys are refused; size, depth and node count are capped. The model decides
the type of a value, so `nej`, `007` and `1:30` are never bent by YAML.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from course_builder.content.problems import Code, Place, Problem
from course_builder.content.yamlerrors import Fault, Lines, quoted

MAX_DEPTH = 20
MAX_NODES = 100_000
MAX_MENDED = 20

ALIAS = Code("yaml-alias", "error", "Ankare och alias (& och *) går inte att använda.", "Anchors and aliases (& and *) are not allowed.",
             "Skriv ut texten på båda ställena, eller sätt den inom citattecken om tecknet hör till texten.",
             "Write the text out in both places, or quote it if the sign belongs to the text.")  # fmt: skip
TAG = Code("yaml-tag", "error", "Taggen {tag} går inte att använda.", "The tag {tag} is not allowed.",
           "Ta bort den, eller sätt texten inom citattecken om utropstecknet hör till texten.",
           "Remove it, or quote the text if the exclamation mark belongs to it.")  # fmt: skip
DUPLICATE = Code("yaml-duplicate", "error", "Nyckeln {key} står två gånger. Första gången på rad {first}.",
                 "The key {key} is there twice. First on line {first}.", "Ta bort den ena.", "Remove one of them.")  # fmt: skip
DEEP = Code("yaml-deep", "error", "Filen är djupare än {most} nivåer.", "The file is more than {most} levels deep.",
            "Dela upp innehållet.", "Split the content.")  # fmt: skip
LARGE = Code("yaml-large", "error", "Filen har fler än {most} värden.", "The file has more than {most} values.",
             "Dela upp den i flera filer.", "Split it into several files.")  # fmt: skip
DOCUMENTS = Code("yaml-documents", "error", "--- delar filen i två.", "--- divides the file in two.", "Ta bort raden.", "Remove the line.")  # fmt: skip
CUT = Code("yaml-cut", "warning", "Texten klipps av före #.", "The text is cut off before #.",
           "Skriv så här: {repaired} - eller sätt två blanksteg före # om det är en kommentar.",
           "Write: {repaired} - or put two spaces before # if it is a comment.")  # fmt: skip
KEY = Code(
    "yaml-key",
    "error",
    "En nyckel måste vara ett ord följt av kolon.",
    "A key must be a word followed by a colon.",
)

Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]


class NodeMap(dict[str, Any]):
    """A mapping that knows where it, its keys and its values stand."""

    place: Place
    keys_at: dict[str, Place]
    values_at: dict[str, Place]
    flow: bool = False

    def at(self, key: str) -> Place:
        return self.values_at.get(key, self.place)


class NodeList(list[Any]):
    """A list that knows where it and its items stand."""

    place: Place
    items_at: list[Place]


@dataclass
class Parsed:
    value: Any = None
    problems: list[Problem] = field(default_factory=list)


class _Refused(Exception):
    """The rest of the file is not worth reading."""


def parse(text: str, file: str, line: int = 1, indent: int = 0, loader: Loader = yaml.CSafeLoader) -> Parsed:
    """Read YAML text that begins at `line` (1-based) and `indent` columns in of `file`.

    A line that can be mended is told and then read as mended, so that it hides nothing of what follows.
    """
    lines = Lines(text.splitlines(), file, line, indent)
    parsed, fault = _read(text, lines, loader)
    told: list[Problem] = []
    while fault is not None:
        told.append(fault.problem)
        if fault.mended is None or len(told) == MAX_MENDED:
            break
        lines, before = lines.mended(fault), fault
        parsed, fault = _read("\n".join(lines.lines), lines, loader)
        if fault is not None and not fault.follows(before):
            break
    parsed.problems += told
    return parsed


def _read(text: str, lines: Lines, loader: Loader) -> tuple[Parsed, Fault | None]:
    """One pass; the fault is the line where the parser gave up."""
    reader = _Reader(text, lines, loader)
    parsed = Parsed(problems=reader.problems)
    try:
        parsed.value = reader.document()
    except _Refused:
        parsed.value = None
    except yaml.YAMLError as error:
        fault = lines.fault(error)
        if all(problem.place.line != fault.problem.place.line for problem in reader.problems):
            return parsed, fault
    return parsed, None


class _Reader:
    """One pass over the parser's events. `refused` is set when what was read cannot be trusted."""

    def __init__(self, text: str, lines: Lines, loader: Loader) -> None:
        self.lines = lines
        self.next: Callable[[], Any] = loader(text).get_event
        self.problems: list[Problem] = []
        self.depth = self.nodes = 0
        self.refused = False

    def document(self) -> Any:
        value, documents = None, 0
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                value = self._value(event, self._place(event))
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(DOCUMENTS.at(self._place(event)))
        if self.refused:
            raise _Refused
        return value

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return self.lines.place(mark.line, mark.column)

    def _value(self, event: Any, place: Place) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._stop(LARGE.at(place, most=MAX_NODES))
        if event.anchor is not None:
            self._refuse(ALIAS.at(place))
        if isinstance(event, yaml.AliasEvent):
            return None
        if event.tag is not None:
            self._refuse(TAG.at(place, tag=event.tag))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._stop(DEEP.at(place, most=MAX_DEPTH))
        made = (
            self._mapping(event, place)
            if isinstance(event, yaml.MappingStartEvent)
            else self._sequence(place)
        )
        self.depth -= 1
        return made

    def _refuse(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.refused = True

    def _stop(self, problem: Problem) -> None:
        self.problems.append(problem)
        raise _Refused

    def _scalar(self, event: Any) -> str | None:
        if event.style:
            return str(event.value)
        self._look_for_cut(event)
        return event.value or None

    def _mapping(self, start: Any, place: Place) -> NodeMap:
        made = NodeMap()
        made.place, made.keys_at, made.values_at = place, {}, {}
        made.flow = bool(start.flow_style)
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key_at = self._place(event)
            key = self._value(event, key_at)
            event = self.next()
            value_at = self._place(event)
            value = self._value(event, value_at)
            if not isinstance(key, str) or not key:
                self.problems.append(KEY.at(key_at))
            elif key in made:
                self.problems.append(DUPLICATE.at(key_at, key=key, first=made.keys_at[key].line))
            else:
                made[key], made.keys_at[key], made.values_at[key] = value, key_at, value_at
        return made

    def _sequence(self, place: Place) -> NodeList:
        made = NodeList()
        made.place, made.items_at = place, []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            place = self._place(event)
            made.items_at.append(place)
            made.append(self._value(event, place))
        return made

    def _look_for_cut(self, event: Any) -> None:
        """Prose followed by one space and `#`: the writer meant the sign, YAML took a comment."""
        start, end, lines = event.start_mark, event.end_mark, self.lines.lines
        if " " not in event.value or end.line >= len(lines):
            return
        line = lines[end.line]
        if line.startswith(" #", end.column):
            first = start.column if start.line == end.line else len(line) - len(line.lstrip())
            repaired = line[:first].lstrip() + quoted(line[first:].strip())
            self.problems.append(CUT.at(self.lines.place(end.line, end.column), repaired=repaired))
