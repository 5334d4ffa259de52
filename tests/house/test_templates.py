"""Every template parses."""

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.ext import i18n

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FILES = sorted(path for path in TEMPLATES.rglob("*.html") if "starters" not in path.parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_parses(path: Path) -> None:
    Environment(extensions=[i18n], autoescape=True).parse(path.read_text("utf-8"), filename=str(path))
