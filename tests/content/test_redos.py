"""No pattern of ours takes long on any text: each is fed 400 kB made to be hard for it, the way it is used."""

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from pkgutil import walk_packages
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from course_builder import content
from tests.hang import answered

LENGTH, PAIRS = 400_000, 160_000
"""So long that a pattern which is not linear takes minutes."""
HEADS = (
    "",
    "[a](",
    "[",
    "![",
    "<a ",
    "`",
    "**",
    "_",
    "http://a",
    "{region.",
    "///",
    "```",
    "a: ",
    "1:1",
    "# ",
)
CALL = re.compile(r"\b([A-Z_]+)\.(match|fullmatch|search|finditer|findall|sub|split)\(")


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    found = {}
    for module in walk_packages(content.__path__, "course_builder.content."):
        for name, value in vars(import_module(module.name)).items():
            for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
                pattern = getattr(one, "pattern", None) if not isinstance(one, re.Pattern) else one
                if isinstance(pattern, re.Pattern):
                    found[f"{module.name.removeprefix('course_builder.content.')}.{name}.{number}"] = pattern
    return {name: pattern for name, pattern in found.items() if _is_first(name, found)}


def _is_first(name: str, found: dict[str, re.Pattern[str]]) -> bool:
    return next(first for first, pattern in found.items() if pattern == found[name]) == name


def methods() -> dict[str, set[str]]:
    """How a pattern is used, by its name."""
    used: dict[str, set[str]] = {}
    for path in Path(content.__path__[0]).rglob("*.py"):
        for name, method in CALL.findall(path.read_text("utf-8")):
            used.setdefault(name, set()).add(method)
    return used


USED = methods()
PATTERNS = patterns()


def signs(node: object) -> Iterator[str]:
    """A letter for each thing the pattern can fit."""
    if isinstance(node, parser.SubPattern | list | tuple):
        for part in node:
            if isinstance(part, tuple) and len(part) == 2 and str(part[0]) in ("LITERAL", "NOT_LITERAL"):
                yield chr(part[1])
            elif isinstance(part, tuple) and len(part) == 2 and str(part[0]) == "CATEGORY":
                yield {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1"}.get(str(part[1]), "a")
            else:
                yield from signs(part)


def attacks(pattern: re.Pattern[str] | re.Pattern[bytes]) -> Iterator[str]:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    found = sorted(set(signs(parser.parse(source, pattern.flags & re.VERBOSE))))[:6]
    letters = list(dict.fromkeys([*found, "a", " "]))
    yield from (letter * LENGTH + "\0" for letter in letters)
    yield from (head + letter * LENGTH + "\0" for head, letter in product(HEADS, (letters[0], "a", " ")))
    yield from ((first + second) * (PAIRS // 2) + "\0" for first, second in product(letters, letters))


def use(pattern: re.Pattern[str], method: str, text: str) -> None:
    if method == "sub":
        pattern.sub("", text)
    elif method == "finditer":
        sum(1 for _ in pattern.finditer(text))
    else:
        getattr(pattern, method)(text)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_quick_on_any_text(name: str) -> None:
    pattern = PATTERNS[name]
    for method in USED.get(name.split(".")[-2], {"finditer"}):
        for text in attacks(pattern):
            with answered():
                use(pattern, method, text if isinstance(pattern.pattern, str) else text.encode())  # type: ignore[arg-type]
