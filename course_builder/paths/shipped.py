"""Where the shipped courses, templates and built browser files are: in a checkout or in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = PACKAGE / "_shipped"

ROOT = _IN_WHEEL if _IN_WHEEL.is_dir() else PACKAGE.parent
"""Holds `courses/`, `quizzes/` and `templates/`."""

COURSES = ROOT / "courses"
QUIZZES = ROOT / "quizzes"
TEMPLATES = ROOT / "templates"
BUILT = PACKAGE / "_built"
"""Browser files made by `npm run build`."""
