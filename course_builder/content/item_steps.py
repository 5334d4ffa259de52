"""An item of a ready plan as steps: one, or those of its film discussion."""

from dataclasses import replace

from course_builder.content.laid import Laid
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.plain import plain
from course_builder.content.step import ACTIONS, Kind, Step
from course_builder.content.talk_steps import talk_steps


def item_steps(laid: Laid, shared: object, plan: int | None = None) -> tuple[Step, ...]:
    """With all the minutes that they have of their own. `shared` is the set that the item names, or None."""
    item = laid.item
    if isinstance(shared, FilmDiscussion):
        made = talk_steps(shared, item.id, item.lead, laid.questions)
        return tuple(replace(step, plan=plan) for step in made)
    kind = _kind(laid)
    return (
        Step(
            ACTIONS if kind == "actions" else item.id, item.id, kind, plain(item.title), item.minutes, form=item.form, lead=item.lead,
            method=item.method, shrink=item.shrink, least=item.least, keep=item.keep, text=laid.says, plan=plan,
        ),
    )  # fmt: skip


def _kind(laid: Laid) -> Kind:
    if laid.item.agree:
        return "agree"
    if laid.item.follow_up:
        return "actions"
    return "quiz" if laid.item.quiz else "text"
