"""The pages of course_builder."""

from course_builder.web.application import create_app

__all__ = ["create_app"]
