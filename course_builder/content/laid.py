"""The items of a variant as they are in it: those of its own, and those of the agenda with what it changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.variant import Variant, VariantItem, VariantQuestion

CHANGED = ("title", "minutes", "form", "method", "lead", "shrink", "least", "keep", "facilitator")
"""What a variant may say of an item it takes from the agenda."""


@dataclass(frozen=True)
class Laid:
    """An item of one ready plan. `questions` empty: all of its film discussion; `says` is what the wall shows of its own."""

    item: AgendaItem
    questions: tuple[VariantQuestion, ...] = ()
    says: str | None = None


def laid_out(agenda: Sequence[AgendaItem], variant: Variant) -> Iterator[tuple[VariantItem, Laid]]:
    """Each item as it is written and as it is; one that takes over an item which is not there is left out."""
    known = {item.id: item for item in agenda}
    for written in variant.agenda:
        if written.same is None:
            yield written, Laid(_own(written), says=written.says)
        elif written.same in known:
            yield written, Laid(_taken(known[written.same], written), written.questions)


def _own(written: VariantItem) -> AgendaItem:
    said = {name: getattr(written, name) for name in ("id", "agree", "follow_up", *CHANGED)}
    return AgendaItem.model_construct(**said | {"keep": bool(written.keep)})


def _taken(item: AgendaItem, written: VariantItem) -> AgendaItem:
    """To keep and to shrink exclude each other: what the variant says of the one takes away the other."""
    said = {name: getattr(written, name) for name in CHANGED}
    changed: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    if written.keep:
        changed |= {"shrink": None, "least": None}
    elif written.shrink is not None:
        changed["keep"] = False
    if written.least is None and not written.keep:
        changed["least"] = _at_most(item.least, written.minutes)
    return item.model_copy(update=changed)


def _at_most(least: int | None, minutes: int) -> int | None:
    return None if least is None else min(least, minutes)
