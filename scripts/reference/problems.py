"""docs/reference/problems.md: every problem an author may be told, with its code."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import course_builder
from course_builder.content.problems import Code

HEAD = """# Problems

`course-builder check` tells every problem of every file in one run, as
`file:line:column severity code message (hint)`. An error stops a package; a warning does not.
Words in `{}` are filled in.

| code | severity | på svenska | in English |
| --- | --- | --- | --- |
"""


def codes() -> dict[str, Code]:
    """Every Code at the top of a module below `content` and `packaging`, by name."""
    found = {code.name: code for module in _modules() for code in _codes_in(module)}
    return dict(sorted(found.items()))


def _modules() -> Iterator[ModuleType]:
    for info in walk_packages(course_builder.__path__, "course_builder."):
        if info.name.startswith(("course_builder.content", "course_builder.packaging")):
            yield import_module(info.name)


def _codes_in(module: ModuleType) -> Iterator[Code]:
    for value in vars(module).values():
        if isinstance(value, Code):
            yield value
        elif isinstance(value, dict):
            yield from (item for item in value.values() if isinstance(item, Code))


def page() -> str:
    return HEAD + "".join(_row(code) for code in codes().values())


def _row(code: Code) -> str:
    sv, en = (_cell(text, hint) for text, hint in ((code.sv, code.hint_sv), (code.en, code.hint_en)))
    return f"| `{code.name}` | {code.severity} | {sv} | {en} |\n"


def _cell(text: str, hint: str) -> str:
    return (f"{text} *{hint}*" if hint else text).replace("|", "\\|").replace("\n", " ")
