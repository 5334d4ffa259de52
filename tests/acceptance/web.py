"""The application with the shipped courses and two that need work."""

from pathlib import Path
from shutil import copytree

from flask import Flask
from playwright.sync_api import Page

from course_builder.paths.shipped import COURSES, TEMPLATES
from course_builder.web.application import workbench

BROKEN, FAULTY = "trasig", "med-fel"
SHIPPED = "grundutbildning"


def authors(folder: Path) -> Flask:
    """`folder` is where the courses that need work are written."""
    _write(folder)
    return workbench([COURSES, folder])


def _write(folder: Path) -> None:
    """One that cannot be put together, and one with a dead link and a picture without a description."""
    (folder / BROKEN).mkdir(parents=True)
    (folder / BROKEN / "course.yaml").write_text("id: trasig\ntitel: Trasig\nmodules: [\n", encoding="utf-8")
    copytree(TEMPLATES / "starters" / "sjalvstudier", folder / FAULTY)
    lesson = folder / FAULTY / "forsta-motet.md"
    wrong = "\nLäs [mer](finns-inte.md) och se ![](media/finns-inte.svg).\n"
    lesson.write_text(lesson.read_text("utf-8") + wrong, encoding="utf-8")


class Complaints:
    """What the browser complains of while a page is looked at: errors, refused content, addresses elsewhere."""

    def __init__(self, page: Page, origin: str) -> None:
        self.heard: list[str] = []
        self._origin = origin
        page.on(
            "console",
            lambda said: self.heard.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("request", lambda request: self._look(request.url))

    def _look(self, address: str) -> None:
        if not address.startswith((self._origin, "data:", "blob:")):
            self.heard.append(address)
