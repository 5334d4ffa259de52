"""The command `course-builder`."""

from course_builder.cli.application import main

__all__ = ["main"]
