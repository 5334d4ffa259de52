"""A film on another site: a card that says what it is; nothing is fetched before the person opens it."""

from html import escape
from urllib.parse import urlsplit

from course_builder.content.models.film import Film
from course_builder.content.render.film_look import Stage
from course_builder.content.render.film_time import clock

CAPTIONS = {True: "film_has_captions", False: "film_no_captions", None: "film_maybe_captions"}


def link_card(film: Film, stage: Stage) -> str:
    facts = "".join(
        f"<div><dt>{stage.say(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in _facts(film, stage)
    )
    seen = f'<p class="row">{stage.press("watched", "film_watched", "btn")}<span class="small muted script" data-is="seen"></span></p>'
    return (
        f'<div class="card film-link" data-is="film">{stage.look.icon("external-link")}<div class="stack">'
        f'<h{stage.level}>{escape(film.title or stage.title)}</h{stage.level}><dl class="facts">{facts}</dl>'
        f'<p class="row">{_links(film, stage)}</p><p class="hint">{stage.say("film_elsewhere")}</p>'
        f"{seen if stage.counts else ''}</div></div>"
    )


def _facts(film: Film, stage: Stage) -> list[tuple[str, str]]:
    facts = [
        ("film_owner", film.owner or (film.rights.owner if film.rights else None)),
        ("film_host", film.host or urlsplit(film.url or "").hostname),
        ("film_length", clock(film.length)),
        ("film_captions_fact", stage.look.words[CAPTIONS[film.has_captions]]),
    ]
    return [(name, value) for name, value in facts if value]


def _links(film: Film, stage: Stage) -> str:
    """The film, and its described and signed versions."""
    versions = (("film_open_described", film.described), ("film_open_signed", film.signed))
    links = [("film_open", film.url, "btn primary")]
    links += [(word, version.url, "btn") for word, version in versions if version is not None]
    return "".join(
        f'<a class="{classes}" href="{escape(url)}" target="_blank" rel="noopener noreferrer">'
        f"{stage.look.icon('external-link')}{stage.say(word)}</a>"
        for word, url, classes in links
        if url
    )
