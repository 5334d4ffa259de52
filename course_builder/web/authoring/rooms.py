"""The pages of those who write. One line a page."""

from importlib import import_module

NAMES = (
    "bank",
    "bin",
    "blocks",
    "caption_editor",
    "caption_saving",
    "comments",
    "completion",
    "editor",
    "fields",
    "film_register",
    "film_versions",
    "history",
    "intake",
    "law",
    "library",
    "linking",
    "media_choice",
    "media_files",
    "media_library",
    "outline",
    "preview",
    "publishing",
    "review",
    "review_link",
    "reviewing",
    "saving",
    "shipped",
    "standing",
    "starting",
    "taking_in",
    "upload",
)

ROOMS = tuple(import_module(f"course_builder.web.authoring.{name}") for name in NAMES)
