"""Where a new key belongs: between those that stand before and after it in our own files."""

from course_builder.content.editing import yaml
from course_builder.content.editing.plain import Path
from course_builder.content.forms.roots import form_at


def key_order(path: str, block: str | None, text: str, at: Path) -> tuple[str, ...]:
    """The keys of the mapping that a value is put into; empty where they are not known."""
    form = form_at(path, block, yaml.get(text, ()), at[:-1]) if at else None
    return form.order if form else ()
