"""A file to take home."""

from typing import ClassVar

from course_builder.content.models.base import Frozen, MediaFile, Text


class Download(Frozen):
    file: MediaFile
    title: Text

    kind: ClassVar[str] = "download"
