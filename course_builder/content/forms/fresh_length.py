"""What another length of an hour begins as: the whole agenda, to be shortened; and an item of one."""

from collections.abc import Iterator, Mapping
from typing import Any

from course_builder.content.fix import new_id
from course_builder.content.forms.fresh import Draw
from course_builder.content.talk_time import minutes_of

USUAL = (30, 15, 45, 5)
"""Minutes, in the order in which they are proposed."""
MINUTES = 5
"""Of an item of its own, and of one whose minutes cannot be read."""
SAME = "same:"
"""What the kind of a new item begins with that is taken from the agenda; its id follows."""


def fresh_length(root: Mapping[str, Any]) -> dict[str, Any]:
    """The first usual length that there is not, with every item of the agenda as it is."""
    taken = {str(one.get("minutes")) for one in (root, *_of(root, "variants"))}
    minutes = next((one for one in USUAL if str(one) not in taken), None)
    return {"minutes": minutes, "agenda": [_same(item) for item in _of(root, "agenda") if item.get("id")]}


def fresh_varied(root: Mapping[str, Any], kind: str, used: set[str], draw: Draw) -> dict[str, Any]:
    """An item of the agenda when `kind` names one, else one of its own."""
    named = kind.removeprefix(SAME) if kind.startswith(SAME) else ""
    item = next((one for one in _of(root, "agenda") if named and one.get("id") == named), None)
    return _same(item) if item else {"id": new_id(used, draw), "title": None, "minutes": MINUTES}


def _same(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"same": item["id"], "minutes": minutes_of(item, MINUTES)}


def _of(root: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    items = root.get(name)
    yield from (one for one in items if isinstance(one, Mapping)) if isinstance(items, list) else ()
