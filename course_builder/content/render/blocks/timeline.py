"""Years and what happened, from top to bottom."""

from course_builder.content.blocks.timeline import Timeline
from course_builder.content.render.paint import Paint


def timeline(block: Timeline, level: int, paint: Paint) -> str:
    events = "".join(
        f'<li><strong class="when">{paint.inline(event.when)}</strong><span>{paint.inline(event.what)}</span></li>'
        for event in block.events
    )
    heading = f"<h{level}>{paint.inline(block.title)}</h{level}>"
    return f'<section class="stack">{heading}<ol class="timeline">{events}</ol></section>'
