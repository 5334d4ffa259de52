"""A story with choices as a map: its scenes in rows by how many choices lead there, and the ways between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

ROW, COLUMN, EDGE = 72, 56, 34
"""Between two rows and two scenes, and from the outermost scene to the border."""
NARROWEST = 260


@dataclass(frozen=True)
class Stop:
    """A scene. `number` counts from 1 in the order they are written; `x` and `y` are its middle."""

    id: str
    number: int
    text: str
    x: float
    y: float
    is_end: bool
    is_reached: bool


@dataclass(frozen=True)
class Way:
    """A choice. `side` leads to a scene of the same row, `back` to one above or to itself, `nowhere` to none."""

    start: Stop
    end: Stop | None
    kind: Literal["on", "side", "back", "nowhere"]


@dataclass(frozen=True)
class StoryMap:
    width: float
    height: float
    stops: tuple[Stop, ...]
    ways: tuple[Way, ...]

    def ways_from(self, stop: Stop) -> tuple[Way, ...]:
        return tuple(way for way in self.ways if way.start == stop)


@dataclass(frozen=True)
class _Scene:
    id: str
    text: str
    then: tuple[str, ...]


def story_map(case: Mapping[str, Any]) -> StoryMap:
    """Of a story as it stands, also one that is being written; scenes without an id are left out."""
    scenes = _scenes(case.get("scenes"))
    rows = _rows(scenes)
    widest = max((len(row) for row in rows), default=0)
    width = max(NARROWEST, COLUMN * (widest - 1) + 2 * EDGE)
    reached = _depths(scenes)
    placed: dict[str, Stop] = {}
    for number, scene in enumerate(scenes, 1):
        deep = next(deep for deep, row in enumerate(rows) if scene.id in row)
        x = width * (rows[deep].index(scene.id) + 1) / (len(rows[deep]) + 1)
        placed[scene.id] = Stop(scene.id, number, scene.text, round(x, 1), EDGE + ROW * deep, not scene.then, scene.id in reached)  # fmt: skip
    ways = tuple(_way(placed[scene.id], placed.get(then)) for scene in scenes for then in scene.then)
    height = 2 * EDGE + ROW * max(0, len(rows) - 1)
    return StoryMap(width, height, tuple(placed.values()), ways)


def _scenes(written: Any) -> list[_Scene]:
    found: dict[str, _Scene] = {}
    for one in written if isinstance(written, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            found.setdefault(
                one["id"], _Scene(one["id"], str(one.get("text") or ""), _then(one.get("choices")))
            )
    return list(found.values())


def _then(choices: Any) -> tuple[str, ...]:
    those = [one for one in choices if isinstance(one, Mapping)] if isinstance(choices, list) else []
    return tuple(str(one.get("then") or "") for one in those)


def _depths(scenes: Sequence[_Scene]) -> dict[str, int]:
    """How many choices lead at least to each scene that can be reached from the first."""
    by_id = {scene.id: scene for scene in scenes}
    depths = {scenes[0].id: 0} if scenes else {}
    waiting = list(depths)
    for here in waiting:
        for then in by_id[here].then:
            if then in by_id and then not in depths:
                depths[then] = depths[here] + 1
                waiting.append(then)
    return depths


def _rows(scenes: Sequence[_Scene]) -> list[list[str]]:
    """Those that no way leads to come last, in a row of their own."""
    depths = _depths(scenes)
    last = max(depths.values(), default=-1) + 1
    rows: list[list[str]] = [[] for _ in range(last + 1)]
    for scene in scenes:
        rows[depths.get(scene.id, last)].append(scene.id)
    return [row for row in rows if row]


def _way(start: Stop, end: Stop | None) -> Way:
    if end is None:
        return Way(start, None, "nowhere")
    if end.y == start.y and end != start:
        return Way(start, end, "side")
    return Way(start, end, "on" if end.y > start.y else "back")
