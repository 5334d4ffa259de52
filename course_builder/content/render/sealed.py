"""Questions for a page that must not know what is right, and what it is told once an answer is safe."""

from typing import Any

from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.scatter import scattered
from course_builder.content.render.paint import Paint
from course_builder.content.render.question import folded, question


def asked(one: AnyQuestion, paint: Paint, level: int | None = None, *, arranged: bool = False) -> str:
    """The question with its controls and what its own text cites. `arranged`: its options stand in a drawn order."""
    with paint.scope(f"a-{one.key}") as scope:
        form = question(one if arranged else without_habit(one), paint, level)
        cards = paint.cards(scope)
    return f'{form.removesuffix("</form>")}<div class="stack">{cards}</div></form>' if cards else form


def told(one: AnyQuestion, paint: Paint) -> dict[str, Any]:
    """What is right, what it is worth and why: `data` for the script, `html` folded as in a package."""
    return {"data": one.told(paint.plain), "html": folded(one, paint)}


def without_habit(one: AnyQuestion) -> AnyQuestion:
    """Authors seldom write the right option last."""
    if isinstance(one, Choice | Choices):
        return one.model_copy(update={"options": scattered(one.options, one)})
    return one
