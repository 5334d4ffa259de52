"""The course with every kind of question as a folder that opens from disk, and what a person does in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from course_builder.content.course import Course
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from course_builder.player import page as player
from tests.browser.ten_kinds import ten_kinds
from tests.films import course as film_course

MOST_TABS = 80


def write(course: Course, folder: Path) -> Path:
    for file in player.build(course, "file", player.PlayerOptions(), FolderTree(BUILT)):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        with file.blob.open() as stream:
            target.write_bytes(stream.read())
    return folder / "index.html"


@pytest.fixture(scope="session")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(ten_kinds(), tmp_path_factory.mktemp("ten"))


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a course of films."""
    return write(film_course(), tmp_path_factory.mktemp("films")).parent


@pytest.fixture
def open_part(page: Page, ten: Path) -> Callable[..., None]:
    """Opens a part of the course by its number, in a window without leftovers."""

    def go(number: int, address: str | None = None) -> None:
        page.goto(address or ten.as_uri())
        page.wait_for_selector(".bar")
        page.evaluate("number => document.querySelectorAll('.outline a')[number].click()", number)
        page.wait_for_function(
            "number => !document.querySelectorAll('section.part')[number].hidden && document.activeElement.matches('h1')",
            arg=number,
        )

    return go


@pytest.fixture
def tab_to(page: Page) -> Callable[[str], None]:
    """Presses Tab until the focus is on what the selector names: what a keyboard cannot reach is not there."""

    def press(selector: str) -> None:
        for _ in range(MOST_TABS):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"{selector} cannot be reached with the keyboard")

    return press
