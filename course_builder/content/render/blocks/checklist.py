"""A list to tick off."""

from course_builder.content.blocks.checklist import Checklist
from course_builder.content.render.paint import Paint


def checklist(block: Checklist, level: int, paint: Paint) -> str:
    rows = "".join(
        f'<label class="tick"><input type="checkbox" value="{item.key}"><span>{paint.inline(item.text)}</span></label>'
        for item in block.items
    )
    return (
        f'<form class="card checklist" data-block="{block.key}" autocomplete="off"><fieldset>'
        f"<legend><h{level}>{paint.inline(block.title)}</h{level}></legend>{rows}</fieldset></form>"
    )
