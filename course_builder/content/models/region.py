"""`region.yaml`: what differs between regions. Used in text by name, `{region.ombud.plural}`."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from course_builder.content.models.base import Flag, Frozen, Text
from course_builder.content.models.film import WebAddress


class RepWords(Frozen):
    """What a representative is called, in every form: ett ombud, ombudet, ombuden, ombuds."""

    singular: Text | None = None
    definite: Text | None = None
    plural: Text | None = None
    definite_plural: Text | None = None
    genitive: Text | None = None


class Portal(Frozen):
    name: Text | None = None
    staff: WebAddress | None = None
    external: WebAddress | None = None


class Decision(Frozen):
    text: Text | None = None
    year: Text | None = None


class Routine(Frozen):
    title: Text | None = None
    where: Text | None = None
    url: WebAddress | None = None


class SupportContact(Frozen):
    title: Text
    where: Text | None = None
    url: WebAddress | None = None


class Region(Frozen):
    """`example` marks an invented region: its address and portal are in no letter."""

    name: Text | None = None
    example: Flag = False
    ombud: RepWords = RepWords()
    portal: Portal = Portal()
    decision: Decision = Decision()
    address: Text | None = None
    routines: dict[str, Routine] = Field(default_factory=dict)
    support: tuple[SupportContact, ...] = ()

    def value(self, name: str) -> str | None:
        """The value behind a dotted name (`ombud.plural`), or None where the file leaves it empty."""
        found: object = self
        for step in name.split("."):
            if isinstance(found, BaseModel):
                found = getattr(found, step, None) if step in type(found).model_fields else None
            elif isinstance(found, dict):
                found = found.get(step)
            else:
                return None
        return found if isinstance(found, str) else None


def value_names(name: str) -> tuple[str, ...]:
    """The names that stand for a text in every region, with the routine that `name` speaks of."""
    routine = name.split(".")[1] if name.startswith("routines.") else "NAMN"
    names = list(_texts(Region))
    return (*names, *(f"routines.{routine}.{field}" for field in Routine.model_fields))


def _texts(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        if isinstance(field.default, BaseModel):
            yield from _texts(type(field.default), f"{prefix}{name}.")
        elif field.default is None:
            yield prefix + name
