"""What the region (in a package) or the unit (in the app) has filled in."""

from typing import Annotated, ClassVar

from pydantic import Field

from course_builder.content.models.base import Frozen, Text


class Local(Frozen):
    title: Text | None = None
    show: Annotated[str, Field(pattern=r"^(routines(\.[a-z0-9_]+)?|support|portal)$")]

    kind: ClassVar[str] = "local"
