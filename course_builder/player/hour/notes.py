"""What stands beside each step for those who lead it: a line to read aloud, what to listen for, facts with their provisions.

It is on the leader's own page only; no page of the room or of a learner has a way to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from course_builder.content.course import Course
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.models.film import FilmDiscussion, Pause
from course_builder.content.render.film_time import clock
from course_builder.content.render.paint import Paint
from course_builder.content.step import Step
from course_builder.content.step_matter import item_of, talk_of
from course_builder.player.hour.leader_speech import ALOUD
from course_builder.player.hour.spelled import spelled

ASKED = ("before", "after")


def notes(course: Course, steps: Sequence[Step], paint: Paint) -> str:
    """A section for each step, hidden until the hour is there."""
    return "\n".join(
        f'<section data-notes="{escape(step.id)}" class="stack" hidden>{"".join(_of_step(course, step, paint))}</section>'
        for step in steps
    )


def _of_step(course: Course, step: Step, paint: Paint) -> Iterator[str]:
    talk = talk_of(course, step) if step.kind in (*ASKED, "film") else None
    yield _aloud(step, talk, paint)
    if talk and step.kind != "after" and talk.film.content_note:
        yield _named("lead_content_note", spelled(paint.inline(talk.film.content_note)), paint.words)
    if talk and step.kind == "film":
        yield _stops(talk.pauses, paint)
    item = item_of(course, step)
    said = (talk.facilitator if talk else None) or (item.facilitator if item else None)
    if said:
        yield from _facilitator(said, paint)


def _aloud(step: Step, talk: FilmDiscussion | None, paint: Paint) -> str:
    """The question as it stands on the wall, and how it is answered."""
    known = ALOUD[paint.course.language]
    how = known["film"] if step.kind == "film" else known.get(step.method or "", "")
    question = step.title if step.kind in ASKED else ""
    task = paint.plain(talk.watch_for) if talk and talk.watch_for and step.kind == "film" else ""
    text = " ".join(part for part in (question, task, how) if part)
    if not text:
        return ""
    name = escape(paint.words["lead_read"])
    return f'<div class="aloud"><h4>{name}</h4><p data-is="aloud">{escape(text)}</p></div>'


def _stops(pauses: Sequence[Pause], paint: Paint) -> str:
    rows = "".join(
        f'<li><span class="num">{clock(pause.at_)}</span> {spelled(paint.inline(pause.ask))}</li>'
        for pause in pauses
    )
    return f"<div><h4>{escape(paint.words['lead_film_stops'])}</h4><ul>{rows}</ul></div>" if rows else ""


def _facilitator(said: FacilitatorNotes, paint: Paint) -> Iterator[str]:
    both = _list("lead_listen", said.listen_for, paint), _list("lead_watch", said.pitfalls, paint)
    if any(both):
        yield f'<div class="halves">{"".join(both)}</div>'
    for name, texts in (("lead_facts", said.facts), ("lead_support", said.support)):
        if texts:
            rows = _rows(texts, paint)
            yield f"<details><summary>{escape(paint.words[name])}</summary><ul>{rows}</ul></details>"


def _list(name: str, texts: Sequence[str], paint: Paint) -> str:
    return f"<div><h4>{escape(paint.words[name])}</h4><ul>{_rows(texts, paint)}</ul></div>" if texts else ""


def _rows(texts: Sequence[str], paint: Paint) -> str:
    return "".join(f"<li>{spelled(paint.inline(text))}</li>" for text in texts)


def _named(name: str, html: str, words: Mapping[str, str]) -> str:
    return f"<p><strong>{escape(words[name])}:</strong> {html}</p>"
