"""Ids that are missing: found while reading, told as problems, and written by `check --fix`.

A provisional id keeps the rest of the course readable; a package or a release is refused until a real one stands
in the file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from course_builder.content.blocks import FilmBlock
from course_builder.content.keys import letters
from course_builder.content.models.base import Identified
from course_builder.content.models.lesson import LessonHead
from course_builder.content.models.variant import VariantItem
from course_builder.content.problems import Place, Problem
from course_builder.content.validate import MISSING_ID, inner_models, of_kind
from course_builder.content.yamltext import NodeList, NodeMap


@dataclass(frozen=True)
class Gap:
    """Where an id is to be written: before the first key of a mapping.

    `flow` is a mapping within braces, `bare` a lesson without front matter, `empty` a bare `id:`. `wanted` is the
    id itself where only one will do.
    """

    place: Place
    flow: bool = False
    bare: bool = False
    empty: bool = False
    wanted: str | None = None


@dataclass
class IdFinder:
    """Collects the gaps of one course."""

    gaps: list[Gap] = field(default_factory=list)

    def complete(
        self, value: Any, model: type[BaseModel], bare: bool = False, own: str | None = None
    ) -> list[Problem]:
        """Give every mapping that should have an id a provisional one; the problems say where.

        `own` is the only id that the whole can have.
        """
        problems = []
        for node in list(_without_id(value, (model,))):
            empty = "id" in node.keys_at
            place = node.keys_at["id"] if empty else min(node.keys_at.values(), default=node.place)
            wanted = own if node is value else None
            self.gaps.append(Gap(place, node.flow, bare, empty, wanted))
            problems.append(MISSING_ID.at(place))
            node["id"] = wanted or provisional(node.place)
        return problems


def provisional(place: Place) -> str:
    """A stand-in that no writer would choose, the same in every run."""
    return "x-" + letters(str(place).encode(), 8).lower().replace("_", "a").replace("-", "b")


def _without_id(value: Any, models: Sequence[type[BaseModel]]) -> Iterator[NodeMap]:
    if isinstance(value, NodeMap):
        model = of_kind(models, value)
        if model is None:
            return
        if needs_id(model, value) and value.get("id") is None:
            yield value
        inner = inner_models(model)
        for name, item in list(value.items()):
            yield from _without_id(item, inner.get(name, ()))
    elif isinstance(value, NodeList):
        for item in value:
            yield from _without_id(item, models)


def needs_id(model: type[BaseModel], value: NodeMap) -> bool:
    if model is FilmBlock:
        return "use" not in value
    if model is VariantItem:
        return "same" not in value
    return issubclass(model, Identified | LessonHead)
