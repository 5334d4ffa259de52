"""The other lengths of an hour when its agenda changes."""

from collections.abc import Iterator

from course_builder.content.editing import yaml
from course_builder.content.editing.plain import Path
from course_builder.content.yamltext import NodeMap, parse


def without_same(text: str, item: str) -> str:
    """What is the same as an item of the agenda that is there no more goes; a length of nothing else goes whole."""
    for at in list(_same(text, item)):
        text = yaml.remove(text, at)
    return text


def _same(text: str, item: str) -> Iterator[Path]:
    """The ways to them, the last first: one that is taken away moves none that is still to go."""
    root = parse(text, "").value
    variants = root.get("variants") if isinstance(root, NodeMap) else None
    for number, variant in reversed(list(enumerate(variants if isinstance(variants, list) else ()))):
        agenda = variant.get("agenda") if isinstance(variant, NodeMap) else None
        items = list(enumerate(agenda)) if isinstance(agenda, list) else []
        gone = [place for place, one in items if isinstance(one, NodeMap) and one.get("same") == item]
        if gone and len(gone) == len(items):
            yield ("variants", number) if len(variants or ()) > 1 else ("variants",)
            continue
        yield from (("variants", number, "agenda", place) for place in reversed(gone))
