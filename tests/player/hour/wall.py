"""The room's screen as a folder that opens from disk, and a hand that steers it as another window would."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from course_builder.content.course import Course
from course_builder.content.step import Step
from course_builder.content.steps import steps
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from course_builder.player.hour.data import Room, Showing
from course_builder.player.hour.leader import Leading, leader_page
from course_builder.player.hour.room import room_page
from course_builder.player.hour.screen_page import Beside
from course_builder.player.hour.single import single_page
from course_builder.player.media_files import media_file

MINUTE = 60_000
SAY = """([stage, count]) => {
  window.hand ??= new BroadcastChannel("course-builder hour kit");
  window.hand.postMessage({ what: "stage", hour: "kit", from: "another window", stage, revision: 0, count });
}"""
NOW = "() => Date.now()"
SMALL = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const it = node.parentElement;
    if (!node.textContent.trim() || it.closest("script, noscript, svg, .vh") || !it.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const share = (100 * parseFloat(getComputedStyle(it).fontSize)) / innerHeight;
    if (share < 2.99) found.push(`${share.toFixed(2)} % ${node.textContent.trim().slice(0, 40)}`);
  }
  return found;
}"""
OVER = """() => {
  const main = document.querySelector("main");
  const page = document.documentElement;
  return [main.scrollHeight > main.clientHeight + 1, page.scrollWidth > page.clientWidth, page.scrollHeight > page.clientHeight];
}"""


@dataclass
class Wall:
    """`stage` is where the hour is; `set` changes it in the page that is open."""

    page: Page
    steps: tuple[Step, ...]
    stage: dict[str, Any] = field(default_factory=dict)
    count: int = 0

    def set(self, at: str, **changed: Any) -> None:
        now = self.page.evaluate(NOW)
        self.stage = {
            "plan": [{"id": step.id, "minutes": step.minutes} for step in self.steps],
            "began": now, "ends": now + 40 * MINUTE, "at": at, "since": now - 100_000, "paused": None, "held": 0, "passed": [],
            "calm": False, "blank": False, "theme": "light", "film": None, "show": {"what": "step", "round": None}, "page": 0,
            "phase": None, "over": False, **changed,
        }  # fmt: skip
        self.count += 1
        self.page.evaluate(SAY, [self.stage, self.count])
        self.page.wait_for_timeout(60)

    def film(self, at: str, **film: Any) -> None:
        now = self.page.evaluate(NOW)
        base = {
            "step": at,
            "version": "plain",
            "captions": True,
            "playing": False,
            "t": 0,
            "set": now,
            "stop": None,
        }
        self.set(at, film={**base, **film})

    def kept(self) -> dict[str, Any]:
        """The stage as this window has it now."""
        found = self.page.evaluate("() => JSON.parse(localStorage.getItem('course-builder stage kit')).stage")
        return dict(found)


def write(course: Course, folder: Path, plan: tuple[Step, ...] | None = None) -> Path:
    """`room.html`, `one.html` and `leader.html`, with everything that they show."""
    folder.mkdir(parents=True, exist_ok=True)
    room = Room(course, plan or steps(course, 60), Showing())
    tree = FolderTree(BUILT)
    (folder / "room.html").write_text(room_page(room, Beside(tree)), encoding="utf-8")
    (folder / "one.html").write_text(single_page(room, Beside(tree, script="single.js")), encoding="utf-8")
    leader = leader_page(room, Beside(tree, script="leader.js"), Leading())
    (folder / "leader.html").write_text(leader, encoding="utf-8")
    for name in ("room.js", "single.js", "leader.js"):
        shutil.copy(BUILT / "hour" / name, folder / name)
    shutil.copy(BUILT / "hour.css", folder / "hour.css")
    shutil.copytree(BUILT / "fonts", folder / "fonts", dirs_exist_ok=True)
    for media in course.media:
        file = media_file(media)
        target = folder / file.path
        target.parent.mkdir(exist_ok=True)
        with file.blob.open() as stream:
            target.write_bytes(stream.read())
    return folder
