"""One option of a choice: right or wrong, and why."""

from collections.abc import Callable, Sequence

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from course_builder.content.models.base import Identified, Text
from course_builder.content.questions.question import Paint


class Option(Identified):
    right: Text | None = None
    wrong: Text | None = None
    because: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> "Option":
        if (self.right is None) == (self.wrong is None):
            raise PydanticCustomError("one_of", "one of", {"names": "right, wrong"})
        return self

    @property
    def is_right(self) -> bool:
        return self.right is not None

    @property
    def text(self) -> str:
        return self.right or self.wrong or ""


def listed(options: Sequence[Option], plain: Callable[[str], str]) -> list[dict[str, str]]:
    return [{"key": option.key, "id": option.id, "text": plain(option.text)} for option in options]


def row(kind: str, name: str, value: str, text: str) -> str:
    """One row to choose; the whole row is the label."""
    return (
        f'<label class="opt" data-row="{value}"><input type="{kind}" name="{name}" value="{value}">'
        f"<span>{text}</span></label>"
    )


def said(value: str, text: str, verdict: str, because: str) -> str:
    """A row of the solution; the script moves the explanation to the option it belongs to."""
    say = f' <span class="say" data-say="{value}">{because}</span>' if because else ""
    return f"<li><strong>{text}</strong> – {verdict}.{say}</li>"


def rows(kind: str, name: str, options: Sequence[Option], paint: Paint) -> str:
    made = "".join(row(kind, name, option.key, paint.inline(option.text)) for option in options)
    return f'<div class="opts">{made}</div>'


def explained(options: Sequence[Option], paint: Paint) -> str:
    words = paint.words
    made = "".join(
        said(
            option.key,
            paint.inline(option.text),
            words["right_answer"] if option.is_right else words["not_right"],
            paint.inline(option.because) if option.because else "",
        )
        for option in options
    )
    return f'<ul class="says">{made}</ul>'
