"""A film discussion alone at the screen, and a film by itself in a lesson.

Everything stands in the page and can be read and printed without the script; the script shows one step at a time.
Group methods, seconds and the facilitator's notes have no way in here.
"""

from collections.abc import Sequence
from html import escape

from course_builder.content.models.film import AfterQuestion, BeforeQuestion, Film, FilmDiscussion, Pause
from course_builder.content.render.film_figure import figure
from course_builder.content.render.film_link import link_card
from course_builder.content.render.film_look import Look, button
from course_builder.content.render.film_pauses import pause_cards
from course_builder.content.render.film_question import private_line, question_card
from course_builder.content.render.film_time import step_minutes
from course_builder.content.render.film_transcript import transcript

Step = tuple[str, str, int]
"""Name, HTML, minutes."""


def film_discussion(talk: FilmDiscussion, level: int, language: str, look: Look) -> str:
    """The discussion's steps; `level` is the heading level of a step."""
    steps = _steps(talk, level, language, look)
    shown = "".join(_section(name, html, talk.key, level, look) for name, html, _ in steps)
    return f'<div class="film-talk" data-film="{talk.key}">{_note(talk.film, look)}{_way(steps, talk.key, look)}{shown}</div>'


def film_alone(film: Film, key: str, title: str, level: int, language: str, look: Look) -> str:
    """A film in a lesson, without questions."""
    body = _film(film, key, title, (), level, language, "", look)
    return f'<div class="film-talk" data-film="{key}">{_note(film, look)}{body}</div>'


def _steps(talk: FilmDiscussion, level: int, language: str, look: Look) -> list[Step]:
    before, film, after = step_minutes(talk)
    body = _film(talk.film, talk.key, talk.title, talk.pauses, level + 1, language, _task(talk, look), look)
    onward = _onward(2 if talk.before else 1, "film_to_after", look) if talk.after else ""
    steps = [("film_step_film", body + onward, film)]
    if talk.before:
        asked = _questions(talk.before, f"before-{talk.key}", level + 1, look)
        steps.insert(
            0, ("film_step_before", asked + _task(talk, look) + _onward(1, "film_to_film", look), before)
        )
    if talk.after:
        steps.append(("film_step_after", _questions(talk.after, f"after-{talk.key}", level + 1, look), after))
    return steps


def _section(name: str, html: str, key: str, level: int, look: Look) -> str:
    anchor = f"{name.rpartition('_')[2]}-{key}"
    return (
        f'<section class="stack loose" data-is="step" id="{anchor}" aria-labelledby="h-{anchor}">'
        f'<h{level} id="h-{anchor}" tabindex="-1">{escape(look.words[f"{name}_heading"])}</h{level}>{html}</section>'
    )


def _way(steps: list[Step], key: str, look: Look) -> str:
    """The steps as links: they lead to their place without the script too."""
    if len(steps) < 2:
        return ""
    links = "".join(
        f'<li><a class="chip" href="#{name.rpartition("_")[2]}-{key}" data-is="step-link" data-do="step" data-step="{place}">'
        f"{look.icon('check')}{escape(look.words[name])}"
        f' <span class="left" data-is="left">{escape(look.words["film_minutes"].format(minutes=minutes))}</span></a></li>'
        for place, (name, _, minutes) in enumerate(steps)
    )
    return f'<nav aria-label="{escape(look.words["film_steps"])}"><ol class="row small talk-steps">{links}</ol></nav>'


def _film(
    film: Film,
    key: str,
    title: str,
    pauses: tuple[Pause, ...],
    level: int,
    language: str,
    task: str,
    look: Look,
) -> str:
    by_link = film.url is not None
    shown = link_card(film, title, level, look) if by_link else figure(film, title, pauses, language, look)
    cards = pause_cards(pauses, level, look, by_link=by_link)
    beside = transcript(film, key, level, language, look) + task
    aside = f'<div class="stack">{beside}</div>' if beside else ""
    return f'<div class="{"p-wide" if aside else ""}"><div class="stack">{shown}{cards}</div>{aside}</div>'


def _note(film: Film, look: Look) -> str:
    """What may be hard to see is said before anything is shown, with a way round."""
    if film.content_note is None:
        return ""
    way = button(look, "text", "film_to_text", "btn") if film.captions or film.transcript else ""
    return (
        f'<div class="note sun content-note">{look.icon("info")}<div class="stack tight"><p><strong>'
        f'{escape(look.words["film_content_note"])}</strong></p><p>{look.inline(film.content_note)}</p><p class="row">{way}</p></div></div>'
    )


def _task(talk: FilmDiscussion, look: Look) -> str:
    if talk.watch_for is None:
        return ""
    return (
        f'<div class="note">{look.icon("eye")}<div><p><strong>{escape(look.words["film_task"])}</strong></p>'
        f"<p>{look.inline(talk.watch_for)}</p></div></div>"
    )


def _questions(questions: Sequence[BeforeQuestion | AfterQuestion], step: str, level: int, look: Look) -> str:
    """In the author's order; after the film each is a rung of the ladder, from what was seen to what we do."""
    private = f"here-{step}"
    cards = "".join(
        question_card(question, level, private, look, _rung(question, look)) for question in questions
    )
    return f'<div class="talk-qs">{cards}</div>{private_line(private, look)}'


def _rung(question: BeforeQuestion | AfterQuestion, look: Look) -> str:
    step = question.step if isinstance(question, AfterQuestion) else None
    return look.words[f"film_ladder_{step}"] if step else ""


def _onward(step: int, word: str, look: Look) -> str:
    return f'<p class="row">{button(look, "step", word, "btn primary", step=str(step))}</p>'
