"""The stops: the film waits and asks. On paper, and for a film elsewhere, each says where to stop."""

from course_builder.content.models.film import Pause
from course_builder.content.render.film_look import Stage
from course_builder.content.render.film_question import asked, note_field, private_line
from course_builder.content.render.film_time import clock


def pause_cards(pauses: tuple[Pause, ...], stage: Stage, *, by_link: bool) -> str:
    card = _card_of_link if by_link else _card_of_film
    return "".join(
        card(pause, stage.say("film_pause_of", n=number, all=len(pauses)), stage)
        for number, pause in enumerate(pauses, 1)
    )


def _card_of_film(pause: Pause, which: str, stage: Stage) -> str:
    waits = f'<span class="waits">{stage.say("film_waits")} · {which.lower()}</span>'
    onward = f"{stage.press('go', 'film_go', 'btn primary big')}{stage.press('again', 'film_again')}"
    return _card(pause, waits + _stop_at(pause, which, stage), "", f'<div class="row">{onward}</div>', stage)


def _card_of_link(pause: Pause, which: str, stage: Stage) -> str:
    """Shut until the person says that the film has come this far."""
    return _card(
        pause, _stop_at(pause, which, stage), stage.press("arrived", "film_arrived", "btn"), "", stage, "far"
    )


def _stop_at(pause: Pause, which: str, stage: Stage) -> str:
    return f'<span class="stop-at">{which} · {stage.say("film_stop_at", time=clock(pause.at_))}</span>'


def _card(pause: Pause, eyebrow: str, arrive: str, onward: str, stage: Stage, shut: str = "") -> str:
    key, private = pause.key, f"here-{pause.key}"
    return (
        f'<section class="pausecard {shut}" data-is="pause" tabindex="-1" aria-labelledby="at-{key} ask-{key}">'
        f'<div class="row between"><p class="eyebrow" id="at-{key}">{eyebrow}</p>{arrive}'
        f'<span class="small muted waits">{stage.say("film_take_time")}</span></div>'
        f'<h{stage.level} class="ask" id="ask-{key}">{asked(pause, stage)}</h{stage.level}>'
        f'<div class="answer">{note_field(pause, private, stage)}{private_line(private, stage)}</div>{onward}</section>'
    )
