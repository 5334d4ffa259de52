"""What the authors' page makes a browser fetch, and what it leaves learners alone with."""

from gzip import compress
from pathlib import Path

from course_builder.paths import shipped

MOST = 300_000
"""Bytes of gzip, all scripts of the page together."""
WEB = shipped.BUILT / "web"
WITH_THE_EDITOR = ("author.js", "sign_out.js")


def test_the_scripts_of_the_editor_are_small_enough() -> None:
    assert sum(len(compress((WEB / name).read_bytes())) for name in WITH_THE_EDITOR) < MOST


def test_no_learner_page_asks_for_them() -> None:
    pages = [*Path(shipped.TEMPLATES / "player").rglob("*.html"), *Path(shipped.TEMPLATES / "web/learn").rglob("*.html"), shipped.TEMPLATES / "web/base.html"]  # fmt: skip
    assert pages
    assert [page.name for page in pages if "author" in page.read_text("utf-8")] == []
