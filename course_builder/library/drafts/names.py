"""What a text can name: provisions, articles, values of the region, files, shared sets and the course's other lessons."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from course_builder.content.common import Common
from course_builder.content.media import SUFFIXES
from course_builder.content.models.law import LawEntry
from course_builder.content.models.region import Region, Routine, value_names
from course_builder.content.parts import IS_QUIZ
from course_builder.content.structure.titles import title_of
from course_builder.content.tree import Blob, Tree
from course_builder.content.yamltext import NodeMap, parse
from course_builder.library.drafts.glimpse import Surroundings
from course_builder.library.drafts.trees import DraftTree

SETS = "quizzes/"
LESSON, TEXT_OF_SET = ".md", ".yaml"


@dataclass(frozen=True)
class Name:
    """`name` is what is written, `says` what a person knows it as, `more` a line about it."""

    name: str
    says: str
    more: str = ""


def common(around: Surroundings) -> Common:
    return around.common


def law_names(common: Common, today: date) -> list[Name]:
    return [Name(name, entry.name, _wording(entry, today)) for name, entry in common.law.items()]


def article_names(common: Common) -> list[Name]:
    return [Name(str(number), entry.title, entry.says) for number, entry in sorted(common.crc.items())]


def region_names(region: Region) -> list[Name]:
    """Those that have a value; an empty one would stop publishing."""
    return [Name(name, value) for name in _values(region) if (value := region.value(name)) is not None]


def media_names(around: Surroundings) -> list[Name]:
    """`says` is the kind: picture, film, captions …"""
    suffixes = ((path, PurePosixPath(path).suffix.lower()) for path in around.tree.paths())
    return [Name(path, SUFFIXES[suffix]) for path, suffix in suffixes if suffix in SUFFIXES]


def lesson_names(around: Surroundings) -> list[Name]:
    return [
        Name(path, title_of(path, _text(around.tree, path)))
        for path in around.tree.paths()
        if path.endswith(LESSON)
    ]


def set_names(around: Surroundings) -> tuple[list[Name], list[Name]]:
    """Film discussions and quizzes, the nearest of each name, by title."""
    films: dict[str, Name] = {}
    quizzes: dict[str, Name] = {}
    for name, text in _sets(around):
        kind = quizzes if IS_QUIZ.search(text) else films
        kind.setdefault(name, Name(name, title_of(f"{name}.yaml", text) or name))
    return _by_title(films), _by_title(quizzes)


def asked_names(around: Surroundings, films: Collection[str]) -> list[Name]:
    """The questions around those film discussions; `more` is the film."""
    found = {name: text for name, text in reversed(list(_sets(around))) if name in films}
    return [
        Name(str(one["id"]), str(one.get("ask") or ""), name)
        for name in films
        for part in ("before", "after")
        for one in _items(parse(found.get(name, ""), name).value, part)
        if one.get("id")
    ]


def _items(value: object, name: str) -> Iterator[NodeMap]:
    items = value.get(name) if isinstance(value, NodeMap) else None
    yield from (one for one in items if isinstance(one, NodeMap)) if isinstance(items, list) else ()


def _by_title(found: dict[str, Name]) -> list[Name]:
    return sorted(found.values(), key=lambda one: (one.says.lower(), one.name))


def _sets(around: Surroundings) -> Iterator[tuple[str, str]]:
    """What we ship is a draft too; its folder need not be walked."""
    behind = (shelf.tree for shelf in around.behind if isinstance(shelf.tree, DraftTree))
    for tree in (around.tree, *behind):
        for path in tree.paths():
            name = path.removeprefix(SETS).removesuffix(TEXT_OF_SET)
            if path == f"{SETS}{name}{TEXT_OF_SET}" and "/" not in name:
                yield name, _text(tree, path)


def _values(region: Region) -> Iterator[str]:
    yield from (name for name in value_names("") if not name.startswith("routines."))
    yield from (f"routines.{name}.{field}" for name in region.routines for field in Routine.model_fields)


def _wording(entry: LawEntry, today: date) -> str:
    wording = entry.wording(today)
    return wording.says if wording else ""


def _text(tree: Tree, path: str) -> str:
    blob: Blob | None = tree.get(path)
    if blob is None:
        return ""
    with blob.open() as stream:
        return stream.read().decode(errors="replace")
