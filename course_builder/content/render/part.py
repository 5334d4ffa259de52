"""One part of the course as a section of the page: head, body, and what it cites beside it."""

from dataclasses import dataclass

from course_builder.content.course import Module, Part
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.render.film import film_discussion
from course_builder.content.render.lesson import lesson
from course_builder.content.render.paint import Paint
from course_builder.content.render.quiz import quiz, terms


@dataclass(frozen=True)
class Position:
    """Where in the course a part stands; numbers from 1, `count` the parts of its module."""

    module: Module
    module_number: int
    number: int
    count: int

    @property
    def opens_module(self) -> bool:
        return self.number == 1


def part(content: Part, position: Position, paint: Paint) -> str:
    with paint.scope(content.key) as scope:
        body = _body(content, paint)
        head = _head(content, position, paint)
        cards = paint.cards(scope)
    aside = (
        f'<aside class="stack" aria-labelledby="s-{content.key}"><p class="eyebrow" id="s-{content.key}">'
        f"{paint.words['on_this_page']}</p>{cards}</aside>"
        if cards
        else ""
    )
    wide = isinstance(content, FilmDiscussion)
    shape = ("stack loose", "stack") if wide else ("p-two", "prose")
    return (
        f'<section class="part" id="p-{content.key}" data-part="{content.key}" data-kind="{content.part_kind}"'
        f' aria-labelledby="t-{content.key}"><div class="{shape[0]}"><div class="{shape[1]}">{head}{body}</div>'
        f"{aside}</div></section>"
    )


def _body(content: Part, paint: Paint) -> str:
    if isinstance(content, Lesson):
        return lesson(content, paint)
    if isinstance(content, FilmDiscussion):
        return film_discussion(content, 2, paint.course.language, paint)
    return quiz(content, 2, paint)


def _head(content: Part, position: Position, paint: Paint) -> str:
    title = f'<h1 id="t-{content.key}">{paint.inline(content.title)}</h1>'
    return f'<p class="eyebrow">{_eyebrow(content, position, paint)}</p>{title}{_intro(content, position, paint)}'


def _eyebrow(content: Part, position: Position, paint: Paint) -> str:
    words = paint.words
    minutes = (
        words["about_minute"]
        if content.minutes == 1
        else words["about_minutes"].format(minutes=content.minutes)
    )
    kind = {"quiz": words["quiz"], "film": words["film_talk"]}.get(content.part_kind)
    many = len(paint.course.modules) > 1
    said = [
        words["module_of"].format(number=position.module_number) if many else None,
        words["part_of"].format(number=position.number, count=position.count),
        kind,
        minutes,
    ]
    return " · ".join(text for text in said if text)


def _intro(content: Part, position: Position, paint: Paint) -> str:
    intro = ""
    if isinstance(content, FilmDiscussion) and content.purpose:
        intro = f'<p class="lede">{paint.inline(content.purpose)}</p>'
    elif not isinstance(content, Lesson | FilmDiscussion):
        intro = f'<p class="muted terms">{terms(content, paint)}</p>'
    if position.opens_module and position.module.goals:
        goals = "".join(f"<li>{paint.inline(goal)}</li>" for goal in position.module.goals)
        intro += f'<div class="goals"><p class="eyebrow">{paint.words["goals"]}</p><ul>{goals}</ul></div>'
    return intro
