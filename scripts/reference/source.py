"""docs/reference/source.md: the keys an author may write, from the models themselves."""

from collections.abc import Iterator, Mapping
from typing import Any

from course_builder.cli.schema import SOURCES, schema_of
from course_builder.content.blocks import FENCED
from course_builder.content.forms.labels import LABELS
from course_builder.content.forms.words import Said

TITLES = {
    "course": "course.yaml",
    "quiz": "A quiz (quizzes/NAME.yaml)",
    "film": "A film discussion (quizzes/NAME.yaml)",
    "law": "law.yaml",
    "crc": "crc.yaml",
    "region": "region.yaml",
    "lesson": "The head of a lesson",
    "block": "The fenced blocks of a lesson",
}
HEAD = """# The course source

Every key an author may write, and what the editor's forms call it. A key marked * must be there. Ids may be left out
while writing: `course-builder check --fix` writes them.
"""
BLOCKS = """
A block begins with a line ```` ```NAME ```` and ends with a line ```` ``` ````. Between them stand the keys of one of the
tables below, each at the left edge.

| block | its keys |
| --- | --- |
"""
KEYS = {
    "question": "those of one kind of question, with `kind`",
    "film": "`use`, or a film of its own: FilmBlock",
}
SAID = {model.__name__: labels for model, labels in LABELS.items()}
SAID["FilmBlock"] = {**SAID["FilmBlock"], **SAID["Film"]}
SAID["ReflectBlock"] = SAID["Reflect"]


def page() -> str:
    parts = [HEAD]
    for name in SOURCES:
        schema = schema_of(name)
        parts.append(f"\n## {TITLES.get(name, name)}\n")
        if name == "block":
            rows = (f"| `{block}` | {KEYS.get(block, model.__name__)} |\n" for block, model in FENCED.items())
            parts.append(BLOCKS + "".join(rows))
        if "properties" in schema:
            parts.append(_table(schema, schema.get("title", "")))
        for title, model in sorted(schema.get("$defs", {}).items()):
            if "properties" in model:
                parts.append(f"\n### {title}\n{_table(model, title)}")
    return "".join(parts)


def _table(model: dict[str, Any], name: str) -> str:
    about = f"\n{model['description']}\n" if model.get("description") else ""
    head = "\n| key | value | when left out | på svenska | in English |\n| --- | --- | --- | --- | --- |\n"
    return about + head + "".join(_rows(model, SAID[name]))


def _rows(model: dict[str, Any], labels: Mapping[str, Said]) -> Iterator[str]:
    required = model.get("required", ())
    for key, field in model["properties"].items():
        star = "*" if key in required else ""
        yield f"| `{key}`{star} | {_kind(field)} | {_default(field.get('default'))} | {_said(labels[key])} |\n"


def _said(said: Said) -> str:
    return f"**{said.label.sv}** {said.hint.sv} | **{said.label.en}** {said.hint.en}"


def _default(value: object) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _kind(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    for many in ("anyOf", "oneOf"):
        if many in field:
            kinds = dict.fromkeys(_kind(one) for one in field[many] if one.get("type") != "null")
            return " or ".join(kinds)
    return _simple(field)


def _simple(field: dict[str, Any]) -> str:
    kind = field.get("type", "text")
    if kind == "array":
        return f"list of {_kind(field.get('items', {}))}"
    if kind == "object":
        return f"names with {_kind(field.get('additionalProperties', {}))}"
    if isinstance(kind, list):
        return str(field.get("description") or " or ".join(kind))
    words = {"string": "text", "integer": "number", "boolean": "true or false", "number": "number"}
    return str(field.get("description") or field.get("format") or words.get(kind, kind))
