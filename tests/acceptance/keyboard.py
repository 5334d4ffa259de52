"""A person with a keyboard and no mouse, who finds the way by what is read out: roles, names, groups.

Only keys are pressed here. Scripts look at what has the focus; none moves it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.hang import HANG

FOCUSED = """(() => {
  let at = document.activeElement;
  for (let inner = at; inner; inner = at.tagName === "IFRAME" ? at.contentDocument.activeElement : at.shadowRoot?.activeElement) at = inner;
  return at;
})()"""
LOOK = """function () {
  const doc = this.ownerDocument;
  const box = this.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2];
  const top = (this.isConnected ? this.getRootNode() : doc).elementFromPoint(x, y);
  const ring = (it) => it && getComputedStyle(it).outlineStyle !== "none" && parseFloat(getComputedStyle(it).outlineWidth) >= 2;
  const form = this.closest("form.q");
  return {
    lost: this === doc.body || this === doc.documentElement,
    inside: x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
    covered: !!top && !this.contains(top) && !top.contains(this) && !(this.labels && [...this.labels].some((label) => label.contains(top))),
    ringed: !!(ring(this) || ring(this.closest("label"))),
    question: form ? form.dataset.question : "",
  };
}"""
PAUSE = 0.03
MOST_TABS = 120
UNSAID = ("none", "generic", "LabelText", "StaticText", "")


class Lost(AssertionError):
    """The person did not find what they looked for."""


@dataclass(frozen=True)
class Stop:
    """What has the focus, as it is read out. `group` is the nearest named group around it."""

    role: str
    name: str
    group: str
    value: str
    states: tuple[str, ...]
    question: str
    lost: bool
    hidden: bool
    ringed: bool

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"

    def is_(self, role: str, name: str) -> bool:
        """The whole name; or its beginning, when `name` ends with three dots."""
        said = self.name.startswith(name[:-3]) if name.endswith("...") else self.name == name
        return self.role == role and said


class Keyboard:
    def __init__(self, page: Page, pause: float = 0) -> None:
        """`pause` in milliseconds after each key, where what is announced must be heard out."""
        self.page = page
        self.pause = pause
        self.passed: list[Stop] = []
        self._devtools = page.context.new_cdp_session(page)
        self._devtools.send("Accessibility.enable")

    def key(self, name: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(name)
            if self.pause:
                self.page.wait_for_timeout(self.pause)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def here(self) -> Stop:
        focused = self._focused()
        nodes = self._devtools.send("Accessibility.getAXNodeAndAncestors", focused)["nodes"]
        return _stop(nodes, self._asked(focused, LOOK))

    def look(self, function: str) -> Any:
        """What a function of the page says of the element in focus."""
        return self._asked(self._focused(), function)

    def _asked(self, element: dict[str, str], function: str) -> Any:
        call = {**element, "functionDeclaration": function, "returnByValue": True}
        return self._devtools.send("Runtime.callFunctionOn", call)["result"]["value"]

    def _focused(self) -> dict[str, str]:
        found = self._devtools.send("Runtime.evaluate", {"expression": FOCUSED})["result"]
        return {"objectId": found["objectId"]}

    def tab(self, back: bool = False) -> Stop:
        self.key("Shift+Tab" if back else "Tab")
        self.passed.append(stop := self.here())
        return stop

    def find(self, role: str, name: str, *, back: bool = False) -> Stop:
        """Tabs until that has the focus."""
        seen = [stop := self.here()]
        while not stop.is_(role, name):
            if len(seen) > MOST_TABS:
                raise Lost(f"no {role} {name!r} among {'; '.join(map(str, seen))}")
            seen.append(stop := self.tab(back))
        return stop

    def activate(self, role: str, name: str, *, back: bool = False) -> Stop:
        """Finds it and presses it; what has the focus then is never nothing."""
        before = self.find(role, name, back=back)
        self.key("Enter")
        return self.landed(lambda stop: not stop.lost, f"after {before}")

    def landed(self, wanted: Callable[[Stop], bool], where: str, patience: float = HANG) -> Stop:
        """Waits until the focus is where it should be."""
        deadline = time.monotonic() + patience
        while not wanted(stop := self.here()):
            if time.monotonic() > deadline:
                raise Lost(f"{where}: the focus is at {stop}, lost: {stop.lost}")
            self.page.wait_for_timeout(PAUSE * 1000)
        return stop


def _stop(nodes: list[dict[str, Any]], look: dict[str, Any]) -> Stop:
    node = nodes[0]
    groups = (_text(above, "name") for above in nodes[1:] if _text(above, "role") in ("group", "radiogroup"))
    return Stop(
        role=_text(node, "role"),
        name=" ".join(_text(node, "name").split()),
        group=" ".join(next((name for name in groups if name), "").split()),
        value=_text(node, "value"),
        states=tuple(sorted(_states(node))),
        question=look["question"],
        lost=look["lost"],
        hidden=look["covered"] or not look["inside"],
        ringed=look["ringed"],
    )


def _text(node: dict[str, Any], field: str) -> str:
    return str(node.get(field, {}).get("value", ""))


def _states(node: dict[str, Any]) -> set[str]:
    return {one["name"] for one in node.get("properties", ()) if one["value"].get("value") in (True, "true")}
