"""The picture with its controls under it, the stops as arches, and what to do when the film cannot be shown."""

from html import escape

from course_builder.content.models.film import Film, FilmVersion, Pause
from course_builder.content.render.film_look import Stage
from course_builder.content.render.film_time import clock

LANGUAGES = {"sv": "Svenska", "en": "English"}
ICONS = {"captions": "captions", "described": "audio-lines", "signed": "hand"}


def figure(film: Film, pauses: tuple[Pause, ...], stage: Stage) -> str:
    icon, say = stage.look.icon, stage.say
    seen = '<p class="small muted script" data-is="seen"></p>' if stage.counts else ""
    return (
        f'<figure class="film" data-is="film" tabindex="-1" aria-label="{say("film")}: {escape(stage.title)}">'
        f'<div class="frame">{_video(film, stage.title)}'
        f'<p class="pill" data-is="pill" hidden>{icon("pause")}<span></span></p></div>'
        f'<div class="track script"><i data-is="played"></i><input type="range" data-is="seek" min="0"'
        f' max="{film.length:g}" step="any" value="0" aria-label="{say("film_place")}">{_stops(pauses, stage)}</div>'
        f'<div class="ctl script">{_controls(film, stage)}</div></figure>'
        f'<div class="note bad" data-is="broken" hidden>{icon("file-text")}<p>{say("film_broken")}</p></div>'
        f"{seen}{_why_not(film, stage)}"
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


def _stops(pauses: tuple[Pause, ...], stage: Stage) -> str:
    return "".join(
        f'<button type="button" class="stop" data-is="stop" data-do="stop"><span aria-hidden="true">{number}</span>'
        f"{stage.look.icon('check')}</button>"
        for number, _ in enumerate(pauses, 1)
    )


def _controls(film: Film, stage: Stage) -> str:
    icon, say = stage.look.icon, stage.say
    return (
        f'<button type="button" data-is="play" data-do="play" aria-label="{say("film_play")}">'
        f'{icon("play")}{icon("pause")}</button><button type="button" data-do="back" aria-label="{say("film_back")}">'
        f'{icon("rotate-ccw")}<span class="t">{say("film_back_short")}</span></button>'
        f'<span class="num small time" data-is="time">0:00 / {clock(film.length)}</span><span class="grow"></span>'
        f'{_captions(film, stage)}{_versions(film, stage)}<button type="button" data-is="sound" data-do="sound"'
        f' aria-pressed="true" aria-label="{say("film_sound")}">{icon("volume-2")}{icon("volume-x")}</button>'
        f'<input type="range" class="volume" data-is="volume" min="0" max="1" step="0.1" value="1"'
        f' aria-label="{say("film_volume")}"><button type="button" data-is="full" data-do="full"'
        f' aria-label="{say("film_full")}">{icon("maximize")}</button>'
    )


def _captions(film: Film, stage: Stage) -> str:
    codes = captions_in_order(film, stage.language)
    names = [stage.say("film_captions"), *(escape(LANGUAGES.get(code, code)) for code in codes[1:])]
    return "".join(
        _toggle("captions", name, f'data-place="{place}"', ICONS["captions"], stage)
        for place, (name, _) in enumerate(zip(names, codes, strict=False))
    )


def _versions(film: Film, stage: Stage) -> str:
    return "".join(
        _toggle("version", stage.say(f"film_{name}"), f'data-version="{name}"', ICONS[name], stage)
        for name in shown_versions(film)
    )


def _toggle(action: str, name: str, which: str, icon: str, stage: Stage) -> str:
    return (
        f'<button type="button" data-is="{action}" data-do="{action}" {which} aria-pressed="false">'
        f"{stage.look.icon(icon)}<span>{name}</span></button>"
    )


def _why_not(film: Film, stage: Stage) -> str:
    """Why there is no described version, where the author has said so."""
    if film.described is None or film.described.none_needed is None:
        return ""
    reason = stage.look.inline(film.described.none_needed)
    return f'<p class="small muted">{stage.say("film_not_described")} {reason}</p>'
