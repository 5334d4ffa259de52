"""A film on another site: a card that says what it is; nothing is fetched before the person opens it."""

from html import escape
from urllib.parse import urlsplit

from course_builder.content.models.film import Film
from course_builder.content.render.film_look import Look, button
from course_builder.content.render.film_time import clock


def link_card(film: Film, title: str, level: int, look: Look) -> str:
    words = look.words
    facts = "".join(
        f"<div><dt>{escape(words[name])}</dt><dd>{escape(value)}</dd></div>"
        for name, value in _facts(film, look)
    )
    return (
        f'<div class="card film-link" data-is="film">{look.icon("external-link")}<div class="stack">'
        f'<h{level}>{escape(film.title or title)}</h{level}><dl class="facts">{facts}</dl>'
        f'<p class="row">{_links(film, look)}</p><p class="hint">{escape(words["film_elsewhere"])}</p>'
        f'<p class="row">{button(look, "watched", "film_watched", "btn")}'
        f'<span class="small muted script" data-is="seen"></span></p></div></div>'
    )


def _facts(film: Film, look: Look) -> list[tuple[str, str]]:
    captions = {True: "film_has_captions", False: "film_no_captions", None: "film_maybe_captions"}[
        film.has_captions
    ]
    owner = film.owner or (film.rights.owner if film.rights else None)
    facts = [
        ("film_owner", owner),
        ("film_host", film.host or urlsplit(film.url or "").hostname),
        ("film_length", clock(film.length)),
        ("film_captions_fact", look.words[captions]),
    ]
    return [(name, value) for name, value in facts if value]


def _links(film: Film, look: Look) -> str:
    """The film, and its described and signed versions."""
    versions = [("film_open", film.url, "btn primary")]
    versions += [
        (f"film_open_{name}", version.url, "btn")
        for name, version in (("described", film.described), ("signed", film.signed))
        if version is not None
    ]
    return "".join(
        f'<a class="{classes}" href="{escape(url)}" target="_blank" rel="noopener noreferrer">'
        f"{look.icon('external-link')}{escape(look.words[word])}</a>"
        for word, url, classes in versions
        if url
    )
