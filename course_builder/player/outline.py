"""The way through the course: modules with their numbers, parts with their minutes."""

from course_builder.content.course import Course, Module, Part
from course_builder.content.render.paint import Paint


def outline(course: Course, paint: Paint) -> str:
    if len(course.modules) == 1:
        return _parts(course.modules[0], paint)
    modules = "".join(
        f'<li><div class="mod"><span class="arch">{number}</span><span>{paint.inline(module.title)}</span></div>'
        f"{_parts(module, paint)}</li>"
        for number, module in enumerate(course.modules, 1)
    )
    return f'<ol class="outline">{modules}</ol>'


def _parts(module: Module, paint: Paint) -> str:
    parts = "".join(
        f'<li><a href="#p-{part.key}">{paint.icon("circle")}<span>{_named(part, paint)}</span>'
        f'<span class="xs muted nowrap">{part.minutes} min</span></a></li>'
        for part in module.parts
    )
    return f'<ol class="outline">{parts}</ol>'


def _named(part: Part, paint: Paint) -> str:
    kind = {"quiz": paint.words["quiz"], "film": paint.words["film_talk"]}.get(part.part_kind)
    title = paint.inline(part.title)
    return f"{kind}: {title}" if kind else title
