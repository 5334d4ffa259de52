"""YAML as people write it: comments, empty lines and every way of quoting, each line knowing whose it is."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

from course_builder.content.yamltext import parse

Path = tuple[str | int, ...]
FLOW = "[...]"
"""Ends the path of a line that holds a whole list or mapping."""
NASTY = [
    "nej", "1:30", "# x", ": y", "a: b", "- punkt", "-", "- ", "?", "[länk](law:x)", "{}", "*", "&a", "!t", "%", "@x", "`x`", "```",
    "slut:", "ett # två", "'citat'", '"citat"', "'", '"', "\\", "007", "0x1F", "1e3", "null", "~", "true", "---", "...", "🙂 hej",
    "rad ett\nrad två", "stycke\n\n- a\n- b\n", "\nförst tom", " blank först", "blank sist ", "dubbla  blanka", "\t", "| a | b |\n|---|---|\n",
    "```\nkod\n```", "en mening som är lång nog för att behöva brytas över flera rader, " * 4 + "och sedan tar den slut.", "rad\n  indragen\nrad",
    "sist två\n\n", "# rubrik\n\ntext # inte kommentar", "nbsp\u00a0här", "​nollbredd", ">", "|", "a\n# b", "=", "<<", "y", "2026-11-21",
]  # fmt: skip

texts = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n"), min_size=1)  # fmt: skip
keys = st.sampled_from(["id", "title", "ask", "because", "år", "a-b", "7", "x.y"])
scalars = texts | st.none()


def values(leaves: Any = scalars) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    )


roots = st.dictionaries(keys, values(), min_size=1, max_size=4)


@dataclass
class Hand:
    """Writes a value with the whims of a person. `lines` hold each line and the path of what it belongs to."""

    whim: Random
    lines: list[tuple[str, Path]] = field(default_factory=list)
    comments: int = 0

    def mapping(self, value: dict[str, Any], indent: int, path: Path, head: str = "") -> None:
        for key, inner in value.items():
            own = (*path, key)
            if not head:
                self._between(indent, path, own)
            start = head or " " * indent
            head = ""
            name = key if self.whim.random() < 0.9 else f'"{key}"'
            self._value(f"{start}{name}:", inner, indent, own)

    def sequence(self, value: list[Any], indent: int, path: Path, head: str = "") -> None:
        for number, inner in enumerate(value):
            own = (*path, number)
            if not head:
                self._between(indent, path, own)
            start = (head or " " * indent) + "-"
            head = ""
            beside = self.whim.random() < 0.8
            wide = " " * self.whim.choice([1, 1, 1, 3])
            if isinstance(inner, dict) and beside:
                self.mapping(inner, indent + 1 + len(wide), own, start + wide)
            elif isinstance(inner, list) and beside:
                self.sequence(inner, indent + 1 + len(wide), own, start + wide)
            else:
                self._value(start, inner, indent, own)

    def _value(self, head: str, value: Any, indent: int, path: Path) -> None:
        step = self.whim.choice([2, 2, 4])
        if isinstance(value, dict | list):
            flow = json.dumps(value, ensure_ascii=False)
            if self.whim.random() < 0.2 and _reads(f"k: {flow}", value):
                self.lines.append((f"{head} {flow}{self._comment()}", (*path, FLOW)))
            else:
                self.lines.append((head + self._comment(), path))
                if isinstance(value, dict):
                    self.mapping(value, indent + step, path)
                else:
                    at_key = head.lstrip(" -") != "" and self.whim.random() < 0.2
                    self.sequence(value, indent if at_key else indent + step, path)
        elif value is None:
            self.lines.append((head + self._comment(), path))
        else:
            first, *rest = self._scalar(value, indent + step)
            self.lines.append((f"{head} {first}{self._comment()}", path))
            self.lines += [(line, path) for line in rest]

    def _scalar(self, text: str, indent: int) -> list[str]:
        pad = " " * indent
        literal = [f"|{'' if text.endswith(chr(10)) else '-'}", *(pad + line if line else "" for line in text.removesuffix("\n").split("\n"))]  # fmt: skip
        folded = [">-", *(pad + word for word in text.split(" "))]
        ways = [
            [text],
            ["'" + text.replace("'", "''") + "'"],
            literal,
            folded,
            [json.dumps(text, ensure_ascii=False)],
        ]
        self.whim.shuffle(ways)
        return next(
            way for way in [*ways, [json.dumps(text)]]
            if _reads("k: " + "\n".join([f"{way[0]}  # c", *way[1:]]), text) and (way[0][0] in "|>" or "\n" not in way[0])
        )  # fmt: skip

    def _between(self, indent: int, path: Path, own: Path) -> None:
        if self.lines and self.whim.random() < 0.15:
            self.lines.append(("", path))
        if self.whim.random() < 0.15:
            self.lines.append((" " * indent + self._comment(1).strip(), own))
            if self.whim.random() < 0.2:
                self.lines[-1] = (self.lines[-1][0], path)
                self.lines.append(("", path))

    def _comment(self, chance: float = 0.15) -> str:
        if self.whim.random() >= chance:
            return ""
        self.comments += 1
        return f"  # kommentar{self.comments}."


def _reads(snippet: str, value: Any) -> bool:
    parsed = parse(snippet + "\nz: z\n", "")
    return not parsed.problems and parsed.value == {"k": value, "z": "z"}


@st.composite
def written(draw: Any) -> tuple[str, dict[str, Any], list[tuple[str, Path]]]:
    """A text, what it says, and its lines with their line breaks."""
    value = draw(roots)
    hand = Hand(draw(st.randoms(use_true_random=False)))
    hand.mapping(value, 0, ())
    ending = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    lines = [(line + ending, path) for line, path in hand.lines]
    text = "".join(line for line, _ in lines)
    if draw(st.booleans()) and hand.lines[-1][0].strip():
        text, lines[-1] = text.removesuffix(ending), (hand.lines[-1][0], lines[-1][1])
    if draw(st.sampled_from([True, False, False])):
        text = "\ufeff" + text
    return text, value, lines


def paths(value: Any, path: Path = ()) -> list[Path]:
    """The path of everything in a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(one for step, item in inner for one in paths(item, (*path, step)))]
