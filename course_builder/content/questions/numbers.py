"""Numbers as people in Sweden write them: `3,5`, `1 000`, `−2`."""

import re
from typing import Any

from pydantic_core import PydanticCustomError

from course_builder.content.questions.fold import fold

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)")
LONGEST = 40


def read_number(value: object) -> float | None:
    """The number in a text or a JSON value; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e15 else None
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    text = fold(value).replace(" ", "")
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else None


def number(value: Any) -> Any:
    """For a field of a model: a text becomes a number or a problem."""
    read = read_number(value)
    if read is None:
        raise PydanticCustomError("not_number", "not a number", {"value": str(value)})
    return read


def shown(value: float) -> str:
    """`42`, not `42.0`."""
    return str(int(value)) if value == int(value) else repr(value)
