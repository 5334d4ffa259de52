"""What every model of the course source shares: frozen, closed, and knowing its place in the file."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    ModelWrapValidatorHandler,
    PlainSerializer,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from course_builder.content.keys import key, state_key
from course_builder.content.links import MOST_BRACKETS
from course_builder.content.media import Media, MediaFinder
from course_builder.content.problems import Place
from course_builder.content.yamltext import NodeMap

ID_PATTERN = r"^[a-z][a-z0-9-]{0,47}$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]


class Frozen(BaseModel):
    """A closed, immutable piece of a course, made from the source's own words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _source: NodeMap | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, NodeMap):
            return handler(value)
        made = handler(cls._with_values(value))
        made._source = value
        return made

    @classmethod
    def _with_values(cls, value: NodeMap) -> NodeMap | dict[str, Any]:
        """Without optional keys that have no value: a key that nobody filled in is as good as left out."""
        if None not in value.values():
            return value
        needed = {field.alias or name for name, field in cls.model_fields.items() if field.is_required()}
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {
            key: item for key, item in value.items() if item is not None or key in needed or key not in known
        }

    @property
    def place(self) -> Place:
        return self._source.place if self._source is not None else Place("")

    def at(self, field: str) -> Place:
        """Where a field's value stands, or the model itself when the field was left out."""
        return self._source.at(field) if self._source is not None else Place("")

    def items_at(self, field: str) -> list[Place]:
        """Where each item of a list stands."""
        return self._source[field].items_at if self._source is not None else []


class Identified(Frozen):
    """A piece that can hold an answer, or be named from elsewhere."""

    id: Id

    @property
    def key(self) -> str:
        """Names the thing inside its question or block; what a whole course can name has a longer one."""
        return key(self.id)


class Kept(Identified):
    """A piece that saved state names in the whole course."""

    @property
    def key(self) -> str:
        return state_key(self.id)


def _flag(value: Any) -> Any:
    words = {
        "true": True,
        "ja": True,
        "yes": True,
        "sant": True,
        "false": False,
        "nej": False,
        "no": False,
        "falskt": False,
    }
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in words:
        return words[value.strip().lower()]
    raise PydanticCustomError("flag", "not a yes or no", {"value": str(value)})


def _share(value: Any) -> Any:
    """`80%`, `80 %` or `0.8` -> 0.8."""
    if not isinstance(value, str):
        return value
    text = value.strip().replace(",", ".")
    scale = 100 if text.endswith("%") else 1
    try:
        share = float(text.removesuffix("%").strip()) / scale
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise PydanticCustomError("share", "not a share", {"value": value})
    return round(share, 6)


def _clock(value: Any) -> Any:
    """`1:34` or `1:02:03` -> seconds."""
    if not isinstance(value, str):
        return value
    parts = value.strip().split(":")
    if 2 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts):
        seconds = 0
        for part in parts:
            seconds = seconds * 60 + int(part)
        if all(int(part) < 60 for part in parts[1:]):
            return float(seconds)
    raise PydanticCustomError("clock", "not a time", {"value": value})


def _lines(value: Any) -> Any:
    """A single text where a list is asked for is a list of one."""
    return [value] if isinstance(value, str) else value


def _media(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, Media):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text", "not text")
    finder = info.context.get("media") if info.context else None
    if not isinstance(finder, MediaFinder):
        raise PydanticCustomError("media_missing", "no media here", {"path": value})
    found = finder.find(value)
    if isinstance(found, Media):
        return found
    raise PydanticCustomError(found, "no such media", {"path": value})


LONGEST = 20_000
SCALAR = {"type": ["string", "number", "boolean"], "maxLength": LONGEST, "description": "text"}
"""For an editor, which reads `42` and `nej` as YAML does; here a field of text takes them as written."""


def _few_brackets(value: str) -> str:
    """Markdown takes time in the square of those that are no link."""
    if value.count("[") > MOST_BRACKETS:
        raise PydanticCustomError("brackets", "too many brackets", {"count": value.count("[")})
    return value


Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True, max_length=LONGEST),
    AfterValidator(_few_brackets),
    WithJsonSchema(SCALAR),
]
"""People's text: inline or block Markdown, exactly as written."""
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"type": ["boolean", "string"], "description": "true or false"}),
]
Share = Annotated[
    float,
    BeforeValidator(_share),
    WithJsonSchema({"type": ["number", "string"], "description": "share, such as 80% or 0.8"}),
]
Clock = Annotated[
    float,
    BeforeValidator(_clock),
    WithJsonSchema({"type": ["string", "number"], "description": "time, such as 1:34"}),
]
"""A position in a film, in seconds."""
MediaFile = Annotated[
    InstanceOf[Media],
    BeforeValidator(_media),
    PlainSerializer(lambda media: media.path, return_type=str),
    WithJsonSchema({"type": "string"}),
]
"""A path in the source; a file of the course once read."""
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_lines),
    WithJsonSchema({"anyOf": [{"type": "array", "items": SCALAR}, SCALAR]}),
]
Day = date
