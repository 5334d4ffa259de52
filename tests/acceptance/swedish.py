"""Every Swedish text that the product itself says, with the place where it is written."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from course_builder.paths import shipped
from course_builder.player.words import words
from scripts.messages import messages

Said = tuple[str, str]
"""Where, and what."""
SWEDISH_ARGUMENTS = {"Code": (2, 4), "Text": (0,), "Refused": (0,)}
"""Which arguments of these calls are Swedish."""
YAML_KEY = re.compile(r"^(\s*(?:- )?)[\w-]+:(?= |$)", re.MULTILINE)
NOT_SAID = re.compile(r"\{\w*\}|`[^`]*`|\bcourse-builder [a-z]+|\b[a-z_]+:(?=\s|$)")
"""Values to fill in, code, commands, and the names of what an author writes in a file."""
FENCE = re.compile(r"^```.*$", re.MULTILINE)


def everything() -> Iterator[Said]:
    yield from (("page", one) for text in messages() for one in ([text] if isinstance(text, str) else text))
    yield from (("player", text) for text in words("sv").values())
    for path in sorted(shipped.PACKAGE.rglob("*.py")):
        yield from ((path.name, text) for text in in_code(ast.parse(path.read_text("utf-8"))))
    for kind in ("mail", "paper"):
        for path in sorted((shipped.TEMPLATES / kind).glob("*.sv.*")):
            yield path.name, path.read_text("utf-8")
    for folder in (shipped.TEMPLATES / "starters", shipped.COURSES, shipped.QUIZZES):
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in (".md", ".yaml"):
                yield str(path.relative_to(shipped.ROOT)), prose(path)


def in_code(tree: ast.AST) -> Iterator[str]:
    """What stands beside its English: problems, texts of the command line, values by language."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield from _texts(
                node.args[place] for place in SWEDISH_ARGUMENTS.get(name, ()) if place < len(node.args)
            )
            yield from _texts(one.value for one in node.keywords if one.arg and _is_swedish(one.arg))
        elif isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            yield from _texts(
                value for key, value in pairs if isinstance(key, ast.Constant) and _is_swedish(str(key.value))
            )


def prose(path: Path) -> str:
    """The text without what is written for the machine."""
    return FENCE.sub("", YAML_KEY.sub(r"\1", path.read_text("utf-8")))


def _is_swedish(name: str) -> bool:
    return name == "sv" or name.endswith("_sv")


def _texts(nodes: Iterator[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Dict):
            yield from _texts(iter(node.values))
        else:
            parts = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
            yield from (NOT_SAID.sub("", part) for part in parts if isinstance(part, str))
