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

DISSOLVE, CUT = 0.4, 0.0


@dataclass(frozen=True)
class Scene:
    """Time passes in a dissolve; a cut goes on in the same moment."""

    start: float
    draw: Callable[[Moment], str]
    change: float = DISSOLVE


SCENES = (
    Scene(0, title),
    Scene(4.5, monday),
    Scene(7, room),
    Scene(22, overhead, CUT),
    Scene(42, later),
    Scene(44.5, height),
    Scene(56, eyelevel, CUT),
    Scene(62, drawing, CUT),
    Scene(69, asking, CUT),
    Scene(71, choosing, CUT),
    Scene(80, together),
    Scene(89, ending),
)


def frame(m: Moment) -> str:
    """One scene, or two while one dissolves into the other."""
    number = max(index for index, scene in enumerate(SCENES) if scene.start <= m.story)
    scene = SCENES[number]
    if not number or m.story >= scene.start + scene.change:
        return svg(scene.draw(m))
    shown = soft(m.story, scene.start, scene.start + scene.change)
    return svg(SCENES[number - 1].draw(m) + faded(scene.draw(m), shown))
