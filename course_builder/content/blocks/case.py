"""A branching story: scenes with choices that lead on; a scene without choices is an end."""

from typing import Annotated, ClassVar

from pydantic import Field

from course_builder.content.models.base import Id, Identified, Kept, Text


class Branch(Identified):
    choose: Text
    because: Text | None = None
    then: Id


class Scene(Identified):
    text: Text
    choices: tuple[Branch, ...] = ()


class Case(Kept):
    """The first scene is the start."""

    title: Text
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1)]

    kind: ClassVar[str] = "case"

    def scene(self, identifier: str) -> Scene | None:
        return next((scene for scene in self.scenes if scene.id == identifier), None)
