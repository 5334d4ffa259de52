"""One text as YAML in the style of our own files: as plain as it can be while both loaders read it back."""

import re
from collections.abc import Callable, Iterator

import yaml

from course_builder.content.yamltext import parse

WIDTH = 110
LONGEST_LINE = 160
"""A longer text is folded where it is written anew."""
SOFT = re.compile(r"(?<=\S) (?=\S)")
FENCES = ("```", "~~~")
LOADERS = (yaml.CSafeLoader, yaml.SafeLoader)
BENT = re.compile(r"(?i)[-+.]?[\d][\d_,.:xoe+-]*|~|null|true|false|yes|no|on|off|y|n|[-+]?\.(inf|nan)|=|<<")
"""What other readers of YAML take for something else than text."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONE = re.compile("[\ud800-\udfff]")

Style = Callable[[str, int], list[str] | None]


def written(text: str, indent: int, column: int, style: str | None = None) -> list[str]:
    """The lines of a text whose first line stands at `column`, the others at `indent`.

    `style` is how the text before it was written; it is kept where it can be.
    """
    text = LONE.sub("\ufffd", text)
    for lines in _candidates(text, indent, column, style):
        if lines is not None and _reads_back(lines, text):
            return lines
    return [_escaped(text)]


def in_flow(text: str) -> str:
    """A text as it can stand within [ ] or { }."""
    for candidate in (text, f'"{text}"', _single(text)):
        if "\n" not in candidate and all(_read(f"k: [{candidate}, {{x: {candidate}}}]\n", loader) == {"k": [text, {"x": text}]} for loader in LOADERS):  # fmt: skip
            return candidate
    return _escaped(text)


def number_or_word(value: bool | int | float) -> str:
    """`true`, `2`, `0.8`: never quoted."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if value == int(value) else repr(value)


def _candidates(text: str, indent: int, column: int, style: str | None) -> Iterator[list[str] | None]:
    if style is not None:
        yield STYLES[style](text, indent)
    if "\n" in text:
        yield _literal(text, indent)
    elif column + len(text) > LONGEST_LINE:
        yield _folded(text, indent)
    if not _bent(text):
        yield _plain(text, indent)
    yield _double(text, indent)
    yield [_single(text)]


def _bent(text: str) -> bool:
    return bool(BENT.fullmatch(text)) and not DAY.fullmatch(text)


def _plain(text: str, indent: int) -> list[str] | None:
    return None if "\n" in text or text.startswith(("[", "{", '"', "'")) else [text]


def _double(text: str, indent: int) -> list[str] | None:
    return None if '"' in text or "\\" in text or "\n" in text else [f'"{text}"']


def _quoted_once(text: str, indent: int) -> list[str] | None:
    return None if "\n" in text else [_single(text)]


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _literal(text: str, indent: int) -> list[str] | None:
    """A last line break is part of the text only when it is one."""
    lines = text.split("\n")
    head = "|-"
    if lines[-1] == "" and len(lines) > 1:
        lines, head = lines[:-1], "|"
    return _indented(head, lines, indent)


def _folded(text: str, indent: int) -> list[str] | None:
    if "\n" in text:
        return None
    lines = [""]
    for word in SOFT.split(text):
        if lines[-1] and indent + len(lines[-1]) + len(word) >= WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return _indented(">-", lines, indent)


def _indented(head: str, lines: list[str], indent: int) -> list[str] | None:
    """Unless a line would end the fence that a block stands within."""
    if any(line.lstrip().startswith(FENCES) for line in lines):
        return None
    return [head, *(" " * indent + line if line else "" for line in lines)]


def _escaped(text: str) -> str:
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(signs.get(sign) or _sign(sign) for sign in text) + '"'


def _sign(sign: str) -> str:
    if sign.isprintable():
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _reads_back(lines: list[str], text: str) -> bool:
    snippet = "k: " + "\n".join(lines) + "\n"
    return all(_read(snippet, loader) == {"k": text} for loader in LOADERS)


def _read(snippet: str, loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader]) -> object:
    """None where it cannot be read without a remark."""
    try:
        parsed = parse(snippet, "", loader=loader)
    except yaml.YAMLError:
        return None
    return None if parsed.problems else parsed.value


STYLES: dict[str, Style] = {"": _plain, "'": _quoted_once, '"': _double, "|": _literal, ">": _folded}
