"""A film in a lesson: a shared film discussion (`use`), or a film of its own without questions."""

from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from course_builder.content.keys import state_key
from course_builder.content.models.base import Frozen, Id
from course_builder.content.models.film import Film


class FilmBlock(Frozen):
    use: Id | None = None
    id: Id | None = None
    film: Film | None = None

    kind: ClassVar[str] = "film"

    @property
    def key(self) -> str:
        return state_key(self.id or self.use or "")

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.use is None) == (self.film is None):
            raise PydanticCustomError("one_of", "one of", {"names": "use, file, url"})
        if self.film is not None and self.id is None:
            raise PydanticCustomError("missing_id", "id is missing")
        return self
