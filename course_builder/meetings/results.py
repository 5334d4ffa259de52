"""What a round came to. Fewer than five answers by phone are told to nobody, also not to the leaders; nor is anything
while it is open, when whoever looks up just then would see whose answer came last.
"""

from typing import Any

from sqlalchemy.orm import Session

from course_builder.meetings.ballots import LEAST, counts, voters
from course_builder.meetings.models import Round


def for_leaders(session: Session, one: Round) -> dict[str, Any]:
    """`few`: propose a show of hands."""
    told = {"id": one.id, "step": one.step, "number": one.number, "state": one.state, "paper": one.paper}
    answered = voters(session, one)
    if one.state == "open":
        return {**told, **_asked(one), "voters": answered, "few": answered < LEAST}
    words = counts(session, one) if one.kind == "word" and answered >= LEAST else {}
    return {**told, **shown(session, one), "words": words}


def shown(session: Session, one: Round) -> dict[str, Any]:
    """Answers by phone and counts by hand together; `total` is the number of answers that are in it."""
    answered = voters(session, one)
    by_phone = counts(session, one) if answered >= LEAST else {}
    rows = [{**option, "count": _count(option["key"], by_phone, one.paper)} for option in one.options]
    by_hand = max(one.paper.values(), default=0) if one.kind == "choices" else sum(one.paper.values())
    total = (answered if answered >= LEAST else 0) + by_hand
    few = 0 < answered < LEAST and not by_hand
    return {
        "id": one.id,
        "step": one.step,
        **_asked(one),
        "options": rows,
        "voters": answered,
        "total": total,
        "few": few,
    }


def _asked(one: Round) -> dict[str, Any]:
    return {"kind": one.kind, "ask": one.ask, "options": one.options}


def _count(key: str, *counted: dict[str, Any]) -> int:
    return sum(int(one.get(key, 0)) for one in counted)
