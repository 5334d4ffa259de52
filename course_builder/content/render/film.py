"""A film discussion alone at the screen, and a film by itself in a lesson.

Everything stands in the page and can be read and printed without the script; the script shows one step at a time.
Group methods, seconds and the facilitator's notes have no way in here.
"""

from collections.abc import Sequence

from course_builder.content.models.film import AfterQuestion, BeforeQuestion, Film, FilmDiscussion, Pause
from course_builder.content.render.film_figure import figure
from course_builder.content.render.film_link import link_card
from course_builder.content.render.film_look import Look, Stage
from course_builder.content.render.film_pauses import pause_cards
from course_builder.content.render.film_question import private_line, question_card
from course_builder.content.render.film_time import step_minutes
from course_builder.content.render.film_transcript import transcript

Step = tuple[str, str, int]
"""`before`, `film` or `after`; its HTML; its minutes."""


def film_discussion(talk: FilmDiscussion, level: int, language: str, look: Look) -> str:
    """The discussion's steps; `level` is the heading level of a step."""
    stage = Stage(look, language, talk.key, talk.title, level)
    steps = _steps(talk, stage.below())
    shown = "".join(_section(step, stage) for step in steps)
    head = f"{_articles(talk, stage)}{_note(talk.film, stage)}{_way(steps, stage)}"
    return f'<div class="film-talk" data-film="{talk.key}">{head}{shown}</div>'


def film_alone(film: Film, key: str, title: str, level: int, language: str, look: Look) -> str:
    """A film in a lesson, without questions."""
    stage = Stage(look, language, key, title, level, counts=False)
    return f'<div class="film-talk" data-film="{key}">{_note(film, stage)}{_film(film, (), "", stage)}</div>'


def _steps(talk: FilmDiscussion, stage: Stage) -> list[Step]:
    before, film, after = step_minutes(talk)
    task = _task(talk, stage)
    shown = _film(talk.film, talk.pauses, task, stage)
    steps: list[Step] = []
    if talk.before:
        asked = _questions(talk.before, "before", stage)
        steps.append(("before", asked + task + _onward(1, "film_to_film", stage, "btn primary"), before))
    onward = _onward(len(steps) + 1, "film_to_after", stage) if talk.after else ""
    steps.append(("film", shown + onward, film))
    if talk.after:
        steps.append(("after", _questions(talk.after, "after", stage), after))
    return steps


def _section(step: Step, stage: Stage) -> str:
    name, html, _ = step
    anchor, level = f"{name}-{stage.key}", stage.level
    return (
        f'<section class="stack loose" data-is="step" id="{anchor}" aria-labelledby="h-{anchor}">'
        f'<h{level} id="h-{anchor}" tabindex="-1">{stage.say(f"film_step_{name}_heading")}</h{level}>{html}</section>'
    )


def _way(steps: list[Step], stage: Stage) -> str:
    """The steps as links: they lead to their place without the script too."""
    if len(steps) < 2:
        return ""
    links = "".join(
        f'<li><a class="chip" href="#{name}-{stage.key}" data-is="step-link" data-do="step" data-step="{place}">'
        f"{stage.look.icon('check')}{stage.say(f'film_step_{name}')}"
        f' <span class="left" data-is="left">{stage.say("film_minutes", minutes=minutes)}</span></a></li>'
        for place, (name, _, minutes) in enumerate(steps)
    )
    return f'<nav aria-label="{stage.say("film_steps")}"><ol class="row small talk-steps">{links}</ol></nav>'


def _film(film: Film, pauses: tuple[Pause, ...], task: str, stage: Stage) -> str:
    by_link = film.url is not None
    shown = link_card(film, stage) if by_link else figure(film, pauses, stage)
    cards = pause_cards(pauses, stage, by_link=by_link)
    beside = transcript(film, stage) + task
    aside = f'<div class="stack">{beside}</div>' if beside else ""
    return f'<div class="{"p-wide" if aside else ""}"><div class="stack">{shown}{cards}</div>{aside}</div>'


def _articles(talk: FilmDiscussion, stage: Stage) -> str:
    """The rights it is about, each with its card beside the text."""
    named = ((stage.look.words["article"].format(number=number).lower(), number) for number in talk.articles)
    links = stage.look.inline(", ".join(f"[{name}](crc:{number})" for name, number in named))
    return f'<p class="small muted">{stage.say("film_rights")} {links}</p>' if links else ""


def _note(film: Film, stage: Stage) -> str:
    """What may be hard to see is said before anything is shown, with a way round."""
    if film.content_note is None:
        return ""
    has_text = film.captions or film.transcript
    way = f'<p class="row">{stage.press("text", "film_to_text", "btn")}</p>' if has_text else ""
    return (
        f'<div class="note sun content-note">{stage.look.icon("info")}<div class="stack tight">'
        f"<p><strong>{stage.say('film_content_note')}</strong></p>"
        f"<p>{stage.look.inline(film.content_note)}</p>{way}</div></div>"
    )


def _task(talk: FilmDiscussion, stage: Stage) -> str:
    if talk.watch_for is None:
        return ""
    return (
        f'<div class="note">{stage.look.icon("eye")}<div><p><strong>{stage.say("film_task")}</strong></p>'
        f"<p>{stage.look.inline(talk.watch_for)}</p></div></div>"
    )


def _questions(questions: Sequence[BeforeQuestion | AfterQuestion], step: str, stage: Stage) -> str:
    """In the author's order; after the film each is a rung of the ladder, from what was seen to what we do."""
    private = f"here-{step}-{stage.key}"
    cards = "".join(question_card(question, private, stage) for question in questions)
    return f'<div class="talk-qs">{cards}</div>{private_line(private, stage)}'


def _onward(step: int, word: str, stage: Stage, classes: str = "btn") -> str:
    return f'<p class="row">{stage.press("step", word, classes, step=step)}</p>'
