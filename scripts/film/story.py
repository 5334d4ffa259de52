"""The scenes in order, and the picture of any moment."""

from collections.abc import Callable
from dataclasses import dataclass

from scripts.art.shapes import faded, svg
from scripts.film.motion import Moment, soft
from scripts.film.scenes.cards import ending, later, monday, title
from scripts.film.scenes.drawing import choosing, drawing
from scripts.film.scenes.eyelevel import asking, eyelevel
from scripts.film.scenes.height import height
from scripts.film.scenes.overhead import overhead
from scripts.film.scenes.room import room
from scripts.film.scenes.together import together

DISSOLVE = 0.4


@dataclass(frozen=True)
class Scene:
    start: float
    draw: Callable[[Moment], str]


SCENES = (
    Scene(0, title),
    Scene(4.5, monday),
    Scene(7, room),
    Scene(22, overhead),
    Scene(42, later),
    Scene(44.5, height),
    Scene(56, eyelevel),
    Scene(62, drawing),
    Scene(69, asking),
    Scene(71, choosing),
    Scene(80, together),
    Scene(89, ending),
)


def frame(m: Moment) -> str:
    """One scene, or two while one dissolves into the other."""
    number = max(index for index, scene in enumerate(SCENES) if scene.start <= m.story)
    scene = SCENES[number]
    shown = soft(m.story, scene.start, scene.start + DISSOLVE)
    before = SCENES[number - 1].draw(m) if number and shown < 1 else ""
    return svg(before + faded(scene.draw(m), shown if before else 1))
