"""The stops: the film waits and asks. On paper, and for a film elsewhere, each says where to stop."""

from html import escape

from course_builder.content.models.film import Pause
from course_builder.content.render.film_look import Look, button
from course_builder.content.render.film_question import asked, note_field, private_line
from course_builder.content.render.film_time import clock


def pause_cards(pauses: tuple[Pause, ...], level: int, look: Look, *, by_link: bool) -> str:
    return "".join(
        _card(pause, number, len(pauses), level, look, by_link=by_link)
        for number, pause in enumerate(pauses, 1)
    )


def _card(pause: Pause, number: int, count: int, level: int, look: Look, *, by_link: bool) -> str:
    words, key = look.words, pause.key
    which = words["film_pause_of"].format(n=number, all=count)
    stop_at = words["film_stop_at"].format(time=clock(pause.at_))
    onward = (
        ""
        if by_link
        else f'<div class="row">{button(look, "go", "film_go", "btn primary big")}'
        f"{button(look, 'again', 'film_again')}</div>"
    )
    arrive = button(look, "arrived", "film_arrived", "btn") if by_link else ""
    waits = f'<span class="waits">{escape(words["film_waits"])} · {escape(which.lower())}</span>'
    return (
        f'<section class="pausecard{" far" if by_link else ""}" data-is="pause" tabindex="-1"'
        f' aria-labelledby="at-{key} ask-{key}"><div class="row between"><p class="eyebrow" id="at-{key}">'
        f'{"" if by_link else waits}<span class="stop-at">{escape(which)} · {escape(stop_at)}</span></p>{arrive}'
        f'<span class="small muted waits">{escape(words["film_take_time"])}</span></div>'
        f'<h{level} class="ask" id="ask-{key}">{asked(pause, look)}</h{level}>'
        f'<div class="answer">{note_field(pause, f"here-{key}", look)}{private_line(f"here-{key}", look)}</div>{onward}</section>'
    )
