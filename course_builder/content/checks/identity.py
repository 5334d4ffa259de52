"""Ids: one of each, one key of each, and none that has vanished or changed kind since last time."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from course_builder.content.checks.context import Checked
from course_builder.content.course import Course, Part
from course_builder.content.models.base import Identified, Kept
from course_builder.content.models.lesson import Lesson
from course_builder.content.problems import Code, Place, Problem

KEPT = "course"

TWICE = Code("id-twice", "error", "Id:t {id} finns redan: {first}.", "The id {id} is in use already: {first}.", "Byt det ena. Har kursen deltagare, byt det nyaste.", "Change one. If the course has learners, change the newer.")  # fmt: skip
COLLIDES = Code("id-key-collision", "error", "Id:na {id} och {other} får samma korta nyckel.", "The ids {id} and {other} get the same short key.", "Byt det nyaste.", "Change the newer.")  # fmt: skip
VANISHED = Code("id-vanished", "warning", "Id:t {id} fanns förra gången men inte nu.", "The id {id} was there last time but is not now.", "Svaren glöms. Låt omskrivet innehåll behålla sitt id.", "Answers to it are forgotten. Let rewritten content keep its id.")  # fmt: skip
CHANGED = Code("id-changed-kind", "error", "Id:t {id} var {before} förra gången och är {now} nu.", "The id {id} was {before} last time and is {now} now.", "Ge det nya ett eget id.", "Give the new one an id of its own.")  # fmt: skip


@dataclass(frozen=True)
class Named:
    """`space` is where the id must be alone: the kind of part, the sets and questions, or one question's inside."""

    id: str
    kind: str
    place: Place
    space: str
    key: str


def named(course: Course) -> Iterator[Named]:
    """Everything in a course that has an id, in the order of the course."""
    if course.kind == "self-paced":
        for module in course.modules:
            yield Named(module.id, "module", module.place, "module", module.key)
    for item in course.agenda:
        yield Named(item.id, "agenda", item.place, "agenda", item.id)
    for own in (item for variant in course.variants for item in variant.agenda):
        if own.id is not None:
            yield Named(own.id, "agenda", own.place, "agenda", own.id)
    for part in course.parts:
        yield from _part(part)
    shown = {part.id for part in course.parts}
    for name, shared in course.shared.items():
        if name not in shown:
            yield from _inside(shared, KEPT)


def _part(part: Part) -> Iterator[Named]:
    if not isinstance(part, Lesson):
        yield from _inside(part, KEPT)
        return
    yield Named(part.id, "lesson", part.place, "lesson", part.key)
    for block in part.blocks:
        if isinstance(block, BaseModel):
            yield from _inside(block, KEPT)


def _inside(model: BaseModel, space: str) -> Iterator[Named]:
    inner = space
    if isinstance(model, Identified):
        kind = str(getattr(model, "kind", type(model).__name__)).lower()
        yield Named(model.id, kind, model.place, KEPT if isinstance(model, Kept) else space, model.key)
        inner = model.id
    for name in type(model).model_fields:
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from _inside(item, inner)


def check(checked: Checked) -> Iterator[Problem]:
    ids: dict[tuple[str, str], Named] = {}
    keys: dict[tuple[str, str], Named] = {}
    for thing in dict.fromkeys(named(checked.course)):
        first = ids.setdefault((thing.space, thing.id), thing)
        other = keys.setdefault((thing.space, thing.key), thing)
        if first is not thing:
            yield TWICE.at(thing.place, id=thing.id, first=first.place)
        elif other is not thing:
            yield COLLIDES.at(thing.place, id=thing.id, other=other.id)
    if checked.against is not None:
        yield from _since(checked.against, ids, checked.course.place)


def _since(old: Course, ids: dict[tuple[str, str], Named], place: Place) -> Iterator[Problem]:
    for before in named(old):
        now = ids.get((before.space, before.id))
        if now is None:
            yield VANISHED.at(place, id=before.id)
        elif now.kind != before.kind:
            yield CHANGED.at(now.place, id=before.id, before=before.kind, now=now.kind)
