"""The picture with its controls under it, the stops as arches, and what to do when the film cannot be shown."""

from html import escape

from course_builder.content.models.film import Film, FilmVersion, Pause
from course_builder.content.render.film_look import Look
from course_builder.content.render.film_time import clock

LANGUAGES = {"sv": "Svenska", "en": "English"}
ICONS = {"captions": "captions", "described": "audio-lines", "signed": "hand"}


def figure(film: Film, title: str, pauses: tuple[Pause, ...], language: str, look: Look) -> str:
    words = look.words
    return (
        f'<figure class="film" data-is="film" tabindex="-1" aria-label="{escape(words["film"])}: {escape(title)}">'
        f'<div class="frame">{_video(film, title)}'
        f'<p class="pill" data-is="pill" hidden>{look.icon("pause")}<span></span></p></div>'
        f'<div class="track script"><i data-is="played"></i>'
        f'<input type="range" data-is="seek" min="0" max="{film.length:g}" step="any" value="0"'
        f' aria-label="{escape(words["film_place"])}">{_stops(pauses, look)}</div>'
        f'<div class="ctl script">{_controls(film, language, look)}</div></figure>'
        f'<div class="note bad" data-is="broken" hidden>{look.icon("file-text")}<p>{escape(words["film_broken"])}</p></div>'
        f'<p class="small muted script" data-is="seen"></p>{_why_not(film, look)}'
    )


def captions_in_order(film: Film, language: str) -> list[str]:
    """The languages of the captions, the course's own first."""
    return sorted(film.captions, key=lambda code: (code != language, code))


def shown_versions(film: Film) -> dict[str, FilmVersion]:
    versions = {"described": film.described, "signed": film.signed}
    return {
        name: version
        for name, version in versions.items()
        if version is not None and version.file is not None
    }


def _video(film: Film, title: str) -> str:
    poster = f' poster="{escape(film.poster.url)}"' if film.poster else ""
    source = escape(film.file.url) if film.file else ""
    return (
        f'<video data-is="video" src="{source}"{poster} controls playsinline preload="none"'
        f' aria-label="{escape(title)}"></video>'
    )


def _stops(pauses: tuple[Pause, ...], look: Look) -> str:
    return "".join(
        f'<button type="button" class="stop" data-is="stop" data-do="stop"><span>{number}</span>{look.icon("check")}</button>'
        for number, _ in enumerate(pauses, 1)
    )


def _controls(film: Film, language: str, look: Look) -> str:
    words = look.words
    captions = "".join(
        _toggle(
            "captions",
            words["film_captions"] if not place else LANGUAGES.get(code, code),
            look,
            ICONS["captions"],
            place=str(place),
        )
        for place, code in enumerate(captions_in_order(film, language))
    )
    versions = "".join(
        _toggle("version", words[f"film_{name}"], look, ICONS[name], version=name)
        for name in shown_versions(film)
    )
    return (
        f'<button type="button" data-is="play" data-do="play" aria-label="{escape(words["film_play"])}">'
        f"{look.icon('play')}{look.icon('pause')}</button>"
        f'<button type="button" data-do="back" aria-label="{escape(words["film_back"])}">'
        f'{look.icon("rotate-ccw")}<span class="t">{escape(words["film_back_short"])}</span></button>'
        f'<span class="num small time" data-is="time">0:00 / {clock(film.length)}</span><span class="grow"></span>'
        f"{captions}{versions}"
        f'<button type="button" data-is="sound" data-do="sound" aria-pressed="true" aria-label="{escape(words["film_sound"])}">'
        f"{look.icon('volume-2')}{look.icon('volume-x')}</button>"
        f'<input type="range" class="volume" data-is="volume" min="0" max="1" step="0.1" value="1"'
        f' aria-label="{escape(words["film_volume"])}">'
        f'<button type="button" data-is="full" data-do="full" aria-label="{escape(words["film_full"])}">{look.icon("maximize")}</button>'
    )


def _toggle(name: str, word: str, look: Look, icon: str, **data: str) -> str:
    more = "".join(f' data-{key}="{value}"' for key, value in data.items())
    return (
        f'<button type="button" data-is="{name}" data-do="{name}" aria-pressed="false" aria-label="{escape(word)}"{more}>'
        f'{look.icon(icon)}<span class="t">{escape(word)}</span></button>'
    )


def _why_not(film: Film, look: Look) -> str:
    """Why there is no described version, where the author has said so."""
    if film.described is None or film.described.none_needed is None:
        return ""
    reason = look.inline(film.described.none_needed)
    return f'<p class="small muted">{escape(look.words["film_not_described"])} {reason}</p>'
