"""Stop and think: a question with room to write, for the reader alone."""

from course_builder.content.blocks.question import ReflectBlock
from course_builder.content.render.paint import Paint


def reflect(block: ReflectBlock, level: int, paint: Paint) -> str:
    asked = block.question
    because = f'<p class="small">{paint.inline(asked.because)}</p>' if asked.because else ""
    return (
        f'<section class="reflect" data-block="{asked.key}"><p class="eyebrow">{paint.words["stop_and_think"]}</p>'
        f'<label class="ask" id="{asked.key}-ask" for="{asked.key}-text">{paint.inline(asked.ask)}</label>'
        f"{asked.controls(paint)}{because}</section>"
    )
