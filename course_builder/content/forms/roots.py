"""Which form a place of a file has: the file's own, that of a block in a lesson, or that of something within."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from course_builder.content.blocks import FENCED, FilmBlock
from course_builder.content.editing.plain import Path, resolved
from course_builder.content.forms.form import Form, form_for, form_of, forms_of_block
from course_builder.content.models.course import CourseFile
from course_builder.content.models.film import Film, FilmDiscussion
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.quiz import Quiz
from course_builder.content.models.region import Region

SETS: Mapping[str, type[BaseModel]] = {"quiz": Quiz, "film-discussion": FilmDiscussion}
ENTRIES: Mapping[str, type[BaseModel]] = {"law.yaml": LawEntry, "crc.yaml": CrcEntry}
"""Registers whose keys are names."""


def forms_of_file(path: str, value: Any) -> tuple[Form, ...]:
    """Empty for a file that has no form."""
    name = path.rpartition("/")[2]
    if name == "course.yaml":
        return (form_of(CourseFile),)
    if name == "region.yaml":
        return (form_of(Region),)
    model = SETS.get(str(value.get("kind"))) if isinstance(value, Mapping) else None
    return (form_of(model),) if model else ()


def forms_of_fence(kind: str, value: Any) -> tuple[Form, ...]:
    """A film of its own is written right within its fence."""
    if kind == FilmBlock.kind and not (isinstance(value, Mapping) and "use" in value):
        return (form_of(Film),)
    return forms_of_block(FENCED[kind]) if kind in FENCED else ()


def form_at(path: str, block: str | None, value: Any, at: Path) -> Form | None:
    """The form of what stands at a place; None where there is none. `block` is the kind of the fence, within a lesson."""
    name = path.rpartition("/")[2]
    if block is None and name in ENTRIES and at:
        return _within((form_of(ENTRIES[name]),), _inner(value, at[:1]), at[1:])
    return _within(forms_of_fence(block, value) if block else forms_of_file(path, value), value, at)


def _within(forms: Sequence[Form], value: Any, at: Path) -> Form | None:
    """Steps through lists lead to the item; those to a key of a group or list change which forms there may be."""
    for step in at:
        if isinstance(value, list) or (isinstance(value, Mapping) and not forms):
            value = _inner(value, [step])
            continue
        form = form_for(forms, value)
        field = form.field(str(step)) if form else None
        if field is None:
            return None
        forms = field.inner
        value = _inner(value, [step])
    return form_for(forms, value) if forms and not isinstance(value, list) else None


def _inner(value: Any, at: Path) -> Any:
    for step in at:
        try:
            value = value[resolved(value, step)]
        except LookupError:
            return None
    return value
