"""A form with what stands in the text, and the problems of each place beside its field."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from course_builder.content.editing.plain import Step
from course_builder.content.forms.form import Field, Form, form_for
from course_builder.content.problems import Place, Problem
from course_builder.content.yamltext import NodeList, NodeMap

BELONGS: Mapping[str, str] = {
    "option-without-feedback": "because", "question-without-feedback": "because", "case-silent": "because",
    "no-right-answer": "options", "many-right-answers": "options", "no-wrong-answer": "options",
    "case-endless": "scenes", "pause-not-described": "described_at",
    "agenda-sum": "minutes", "agenda-no-minutes": "minutes", "agenda-stiff": "agenda", "item-untitled": "title", "agenda-shrink-without-least": "least",
}  # fmt: skip
"""Problems of a whole thing that are mended in one of its fields."""


@dataclasses.dataclass
class Box:
    """A field with its value: text, a group's form, a list's items, or forms by the names the writer gave them."""

    field: Field
    step: Step
    value: Any = None
    group: "Filled | None" = None
    named: dict[str, "Filled"] = dataclasses.field(default_factory=dict)
    items: list["Item"] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Item:
    """`step` is `#id` where there is an id; `form` is None for a text."""

    number: int
    step: Step
    value: Any = None
    form: "Filled | None" = None
    problems: list[Problem] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Filled:
    """`problems` are those that belong to no field that is shown."""

    form: Form
    value: Mapping[str, Any]
    boxes: list[Box]
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def box(self, name: str) -> Box | None:
        return next((box for box in self.boxes if box.field.name == name), None)

    @property
    def id(self) -> str:
        return str(self.value.get("id") or "")

    @property
    def has_problems(self) -> bool:
        return any(found for _, found in _all_problems(self))


def filled(form: Form, value: Any, problems: Sequence[Problem] = ()) -> Filled:
    """`value` knows its places, which is how a problem finds its field."""
    made = _filled(form, value if isinstance(value, NodeMap) else NodeMap())
    spots = sorted(_spots(made), key=lambda spot: (spot[0].line, spot[0].column))
    for problem in problems:
        _owner(made, spots, problem).append(problem)
    return made


def _filled(form: Form, value: NodeMap) -> Filled:
    sort = value.get("kind") or ("same" if value.get("same") else "own")
    asked = [one for one in form.fields if not one.said.hidden and one.said.only in ("", sort)]
    return Filled(form, value, [_box(_needed(one, sort), value) for one in asked])


def _needed(one: Field, sort: str) -> Field:
    return dataclasses.replace(one, required=True) if one.said.needed == sort else one


def _box(one: Field, value: NodeMap) -> Box:
    own = value.get(one.name)
    box = Box(one, one.name, own)
    if one.kind == "group":
        inner = form_for(one.inner, own)
        box.group = _filled(inner, own if isinstance(own, NodeMap) else NodeMap()) if inner else None
    elif one.kind == "named" and isinstance(own, NodeMap) and one.inner:
        box.named = {
            key: _filled(one.inner[0], inner) for key, inner in own.items() if isinstance(inner, NodeMap)
        }
    elif one.kind == "list":
        items = own if isinstance(own, list) else [own] if isinstance(own, str) else []
        box.items = [_item(one, number, item) for number, item in enumerate(items)]
    return box


def _item(one: Field, number: int, value: Any) -> Item:
    form = form_for(one.inner, value) if isinstance(value, NodeMap) else None
    named = value.get("id") if isinstance(value, NodeMap) else None
    step: Step = f"#{named}" if isinstance(named, str) else number
    return Item(number, step, value, _filled(form, value) if form and isinstance(value, NodeMap) else None)


Spot = tuple[Place, list[Problem], Filled]
"""A place, where its problems are told, and the form it stands in."""


def _spots(made: Filled) -> Iterator[Spot]:
    value = made.value
    if not isinstance(value, NodeMap) or not hasattr(value, "place"):
        return
    yield value.place, made.problems, made
    for name in value:
        box = made.box(name)
        told = box.problems if box else made.problems
        yield value.keys_at[name], told, made
        yield value.values_at[name], told, made
        for group in _groups(box):
            yield from _spots(group)
        if box and box.items and isinstance(value[name], NodeList):
            yield from _spots_of_items(box, value[name], made)


def _groups(box: Box | None) -> list[Filled]:
    if box is None:
        return []
    return [*([box.group] if box.group else []), *box.named.values()]


def _spots_of_items(box: Box, items: NodeList, made: Filled) -> Iterator[Spot]:
    for item, place in zip(box.items, items.items_at, strict=True):
        yield place, item.problems, made
        if item.form:
            yield from _spots(item.form)


def _owner(made: Filled, spots: Sequence[Spot], problem: Problem) -> list[Problem]:
    """Where a problem is told: with the field it speaks of, else with what stands at its place or right before."""
    before = [
        spot for spot in spots if (spot[0].line, spot[0].column) <= (problem.place.line, problem.place.column)
    ]
    if not before:
        return made.problems
    _, told, form = before[-1]
    name = BELONGS.get(problem.code.name) or problem.values.get("key", "")
    box = form.box(name)
    return box.problems if box else told


def _all_problems(made: Filled) -> Iterator[tuple[Filled, list[Problem]]]:
    yield made, made.problems
    for box in made.boxes:
        yield made, box.problems
        for group in _groups(box):
            yield from _all_problems(group)
        for item in box.items:
            yield made, item.problems
            if item.form:
                yield from _all_problems(item.form)
