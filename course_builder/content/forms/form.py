"""The form of a model: its fields in the order they are asked for, each with what it takes and how it is spoken of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from course_builder.content.blocks import QuestionBlock, ReflectBlock
from course_builder.content.forms.choices import Choices, choices_of
from course_builder.content.forms.labels import LABELS
from course_builder.content.forms.words import Kind, Said, Words
from course_builder.content.media import Media
from course_builder.content.models.base import LONGEST
from course_builder.content.questions import KINDS
from course_builder.content.questions.reflect import Reflect


@dataclass(frozen=True)
class Field:
    """`inner` are the forms an item of a list, or a group, may have; empty for a list of texts."""

    name: str
    kind: Kind
    said: Said
    required: bool = False
    choices: Choices | None = None
    inner: tuple["Form", ...] = ()
    longest: int = LONGEST
    default: Any = None

    @property
    def label(self) -> Words:
        return self.said.label

    @property
    def hint(self) -> Words:
        return self.said.hint


@dataclass(frozen=True)
class Form:
    """`name` is the model's own name; `kind` what the source writes as `kind:`, for a union's members."""

    name: str
    fields: tuple[Field, ...]
    kind: str = ""

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)

    @property
    def order(self) -> tuple[str, ...]:
        """The order of the keys in our own files: what is made elsewhere, such as modules, comes last."""
        late = [field.name for field in self.fields if field.said.hidden and field.kind == "list"]
        return (*(field.name for field in self.fields if field.name not in late), *late)


@cache
def form_of(model: type[BaseModel]) -> Form:
    """Raises KeyError for a model without labels."""
    if model is ReflectBlock:
        return form_of(Reflect)
    named = {info.alias or name: info for name, info in model.model_fields.items()}
    fields = tuple(_field(name, said, named[name]) for name, said in LABELS[model].items())
    return Form(model.__name__, fields, _kind(model))


@cache
def forms_of_questions() -> Mapping[str, Form]:
    """By `kind`."""
    return {form.kind: form for form in map(form_of, KINDS)}


def form_for(forms: Sequence[Form], value: Any) -> Form | None:
    """Of the forms an item may have, the one whose kind it names."""
    if len(forms) == 1:
        return forms[0]
    kind = value.get("kind") if isinstance(value, Mapping) else None
    return next((form for form in forms if form.kind == kind), None)


def forms_of_block(model: type[BaseModel]) -> tuple[Form, ...]:
    """What the mapping within a fence may be: a question is written without a key of its own."""
    if model is QuestionBlock:
        return tuple(forms_of_questions().values())
    return (form_of(model),)


def _kind(model: type[BaseModel]) -> str:
    info = model.model_fields.get("kind")
    tags = get_args(info.annotation) if info and get_origin(info.annotation) is Literal else ()
    return str(tags[0]) if len(tags) == 1 else ""


def _field(name: str, said: Said, info: FieldInfo) -> Field:
    annotation = _bare(info.annotation)
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    inner = tuple(form_of(model) for model in _models(annotation))
    literal = next((one for one in _parts(annotation) if get_origin(one) is Literal), None)
    return Field(
        name,
        said.kind or _told(annotation),
        said,
        info.is_required(),
        choices_of(literal) if literal is not None and not said.hidden else None,
        inner,
        default=default,
    )


def _told(annotation: Any) -> Kind:
    origin = get_origin(annotation)
    if origin is tuple:
        return "list"
    if origin is Literal:
        return "choice"
    if origin is dict:
        return "named"
    simple: Mapping[Any, Kind] = {
        bool: "flag",
        int: "number",
        float: "number",
        date: "day",
        Media: "media",
        str: "line",
    }
    if annotation in simple:
        return simple[annotation]
    return "group"


def _bare(annotation: Any) -> Any:
    """Without what a check adds, and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        inner = [one for one in get_args(annotation) if one is not type(None)]
        return _bare(inner[0]) if len(inner) == 1 else annotation
    return annotation


def _parts(annotation: Any) -> list[Any]:
    """The annotation and everything in it."""
    bare = _bare(annotation)
    return [bare, *(part for one in get_args(bare) if one is not Ellipsis for part in _parts(one))]


def _models(annotation: Any) -> list[type[BaseModel]]:
    found = [one for one in _parts(annotation) if isinstance(one, type) and issubclass(one, BaseModel)]
    return list(dict.fromkeys(found))
