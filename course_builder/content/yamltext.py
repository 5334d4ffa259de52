"""YAML as the course source uses it: every scalar stays text, every value keeps its place.

Anchors, aliases, tags and duplicate keys are refused; size, depth and node count are capped. The model decides
the type of a value, so `nej`, `007` and `1:30` are never bent by YAML.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from course_builder.content.problems import Code, Place, Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_NODES = 100_000

ALIAS = Code("yaml-alias", "error", "Ankare och alias (& och *) går inte att använda.", "Anchors and aliases (& and *) are not allowed.",
             "Skriv ut texten på båda ställena.", "Write the text out in both places.")  # fmt: skip
TAG = Code("yaml-tag", "error", "Taggen {tag} går inte att använda.", "The tag {tag} is not allowed.",
           "Ta bort den, eller sätt texten inom citattecken om utropstecknet hör till texten.",
           "Remove it, or quote the text if the exclamation mark belongs to it.")  # fmt: skip
DUPLICATE = Code("yaml-duplicate", "error", "Nyckeln {key} står två gånger. Första gången på rad {first}.",
                 "The key {key} stands twice. First on line {first}.", "Ta bort den ena.", "Remove one of them.")  # fmt: skip
DEEP = Code("yaml-deep", "error", "Filen är djupare än {most} nivåer.", "The file is more than {most} levels deep.",
            "Dela upp innehållet.", "Split the content.")  # fmt: skip
LARGE = Code("yaml-large", "error", "Filen har fler än {most} värden.", "The file has more than {most} values.",
             "Dela upp den i flera filer.", "Split it into several files.")  # fmt: skip
BROKEN = Code("yaml-broken", "error", "Raden går inte att läsa: {what}.", "The line cannot be read: {what}.",
              "Kontrollera indrag och kolon.", "Check the indentation and the colons.")  # fmt: skip
COLON = Code("yaml-colon", "error", "Ett kolon i texten bryter raden.", "A colon in the text breaks the line.",
             "Skriv så här: {repaired}", "Write: {repaired}")  # fmt: skip
QUOTE = Code("yaml-quote", "error", "Ett citattecken i början av texten bryter raden.",
             "A quotation mark at the start of the text breaks the line.", "Skriv så här: {repaired}", "Write: {repaired}")  # fmt: skip
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


def parse(text: str, file: str, line: int = 1, indent: int = 0, loader: Loader = yaml.CSafeLoader) -> Parsed:
    """Read YAML text that begins at `line` (1-based) and `indent` columns in of `file`."""
    reader = _Reader(text, file, line - 1, indent, loader)
    parsed = Parsed(problems=reader.problems)
    try:
        node = reader.compose()
    except yaml.MarkedYAMLError as error:
        reader.problems.append(reader.syntax(error))
    except yaml.YAMLError as error:
        what = str(error).splitlines()[0]
        reader.problems.append(BROKEN.at(Place(file, line), what=what))
    except RecursionError:
        reader.problems.append(DEEP.at(Place(file, line), most=MAX_DEPTH))
    else:
        if not any(problem.severity == "error" for problem in reader.problems):
            parsed.value = reader.value(node)
    return parsed


class _Reader:
    def __init__(self, text: str, file: str, line: int, indent: int, loader: Loader) -> None:
        self.text, self.file, self.line, self.indent, self.loader = text, file, line, indent, loader
        self.lines = text.splitlines()
        self.problems: list[Problem] = []

    def compose(self) -> yaml.Node | None:
        if not self._events_are_plain():
            return None
        return yaml.compose(self.text, Loader=self.loader)

    def _events_are_plain(self) -> bool:
        depth = nodes = 0
        for event in yaml.parse(self.text, Loader=self.loader):
            nodes += 1
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            place = self.place(event.start_mark)
            if depth > MAX_DEPTH:
                self.problems.append(DEEP.at(place, most=MAX_DEPTH))
                return False
            if nodes > MAX_NODES:
                self.problems.append(LARGE.at(place, most=MAX_NODES))
                return False
            self._refuse(event, place)
        return not self.problems

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self.problems.append(ALIAS.at(place))
        tag = getattr(event, "tag", None)
        if tag is not None and not (tag == "!" and getattr(event, "style", None)):
            self.problems.append(TAG.at(place, tag=tag))

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.file, self.line + mark.line + 1, self.indent + mark.column + 1)

    def value(self, node: yaml.Node | None) -> Any:
        if node is None:
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node)
        self.problems.extend(self._cut(node))
        return None if not node.style and node.value == "" else node.value

    def _mapping(self, node: yaml.MappingNode) -> NodeMap:
        made = NodeMap()
        made.place, made.keys_at, made.values_at = self.place(node.start_mark), {}, {}
        made.flow = bool(node.flow_style)
        for key_node, value_node in node.value:
            place = self.place(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                self.problems.append(KEY.at(place))
                continue
            key = key_node.value
            if key in made:
                self.problems.append(DUPLICATE.at(place, key=key, first=made.keys_at[key].line))
                continue
            made[key] = self.value(value_node)
            made.keys_at[key], made.values_at[key] = place, self.place(value_node.start_mark)
        return made

    def _sequence(self, node: yaml.SequenceNode) -> NodeList:
        made = NodeList(self.value(item) for item in node.value)
        made.place = self.place(node.start_mark)
        made.items_at = [self.place(item.start_mark) for item in node.value]
        return made

    def _cut(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        """Prose followed by one space and `#`: the writer meant the sign, YAML took a comment."""
        if node.style or " " not in node.value or node.end_mark.line >= len(self.lines):
            return
        line = self.lines[node.end_mark.line]
        rest = line[node.end_mark.column :]
        if rest.startswith(" #"):
            whole = line[
                node.start_mark.column if node.start_mark.line == node.end_mark.line else 0 :
            ].strip()
            yield CUT.at(self.place(node.end_mark), repaired=_quoted(whole))

    def syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        if mark is None:
            return BROKEN.at(Place(self.file, self.line + 1), what=error.problem or "?")
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        what = error.problem or error.context or "?"
        head, value = _split(line)
        if "mapping values are not allowed" in what and ": " in value:
            return COLON.at(self.place(mark), repaired=head + _quoted(value))
        opened = self._opened_quote(error, line)
        if opened is not None:
            place, repaired = opened
            return QUOTE.at(place, repaired=repaired)
        return BROKEN.at(self.place(mark), what=what)

    def _opened_quote(self, error: yaml.MarkedYAMLError, line: str) -> tuple[Place, str] | None:
        """The line whose value starts with a quotation mark that does not end it."""
        mark = error.problem_mark
        candidates = [mark, error.context_mark] if mark else [error.context_mark]
        for candidate in candidates:
            if candidate is None or candidate.line >= len(self.lines):
                continue
            head, value = _split(self.lines[candidate.line])
            if value[:1] in ("'", '"') and not (
                len(value) > 1 and value.endswith(value[0]) and value.count(value[0]) == 2
            ):
                place = Place(self.file, self.line + candidate.line + 1, self.indent + len(head) + 1)
                return place, head.strip() + " " + _quoted(value)
        return None


def _split(line: str) -> tuple[str, str]:
    """`  - ask: Vad?` -> `("  - ask: ", "Vad?")`."""
    head, colon, value = line.partition(": ")
    if colon and value.strip():
        return head + colon, value.strip()
    stripped = line.lstrip(" -")
    return line[: len(line) - len(stripped)], stripped.strip()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
