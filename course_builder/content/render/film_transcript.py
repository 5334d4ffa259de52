"""What is said, as text beside the film; the script makes its captions from it."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from course_builder.content.captions import LARGEST_FILE, Cue, parse
from course_builder.content.media import Media
from course_builder.content.models.film import Film, Still
from course_builder.content.render.film_figure import LANGUAGES, captions_in_order
from course_builder.content.render.film_look import Stage
from course_builder.content.render.film_stills import pictures
from course_builder.content.render.film_time import clock

FROM_CAPTIONS = "from captions"


def transcript(film: Film, stage: Stage) -> str:
    """The heading, the lines and the way past them; nothing for a film without a text."""
    own = film.transcript if film.transcript != FROM_CAPTIONS else None
    if not film.captions and own is None:
        return ""
    key, level = stage.key, stage.level
    codes = captions_in_order(film, stage.language)
    lines = "".join(_lines(film.captions[code], code, film.stills) for code in codes)
    shown = "" if codes else pictures(film.stills)
    text = f'<div class="prose">{stage.look.markdown(own)}{shown}</div>' if own else ""
    read = stage.press("read", "film_read", "btn sm") if stage.counts else ""
    return (
        f'<section class="talk-text" aria-labelledby="said-{key}"><div class="row between">'
        f'<h{level} id="said-{key}" data-is="said" tabindex="-1">{stage.say("film_said")}</h{level}>'
        f"{stage.press('download', 'film_download', 'btn quiet sm')}</div>"
        f'<a class="past" href="#past-{key}">{stage.say("film_past_text")}</a>'
        f'<div class="lines" data-is="transcript">{text}{lines}{read}</div>'
        f'<span id="past-{key}" tabindex="-1"></span></section>'
    )


def cues_of(media: Media) -> tuple[Cue, ...]:
    with media.blob.open() as stream:
        return parse(stream.read(LARGEST_FILE + 1)).cues


def _lines(media: Media, code: str, stills: Sequence[Still]) -> str:
    cues = cues_of(media)
    lines = "".join(_line(cue, seen) for cue, seen in zip(cues, _beside(cues, stills), strict=True))
    name = escape(LANGUAGES.get(code, code))
    return f'<ol class="transcript" data-is="lines" lang="{escape(code)}" data-name="{name}">{lines}</ol>'


def _beside(cues: Sequence[Cue], stills: Sequence[Still]) -> Iterator[list[Still]]:
    """The pictures of each line: those that come before the next one; the first line has all before it too."""
    starts = [0.0, *(cue.start / 1000 for cue in cues[1:]), float("inf")]
    for start, end in pairwise(starts):
        yield [still for still in stills if start <= still.at_ < end]


def _line(cue: Cue, stills: Sequence[Still]) -> str:
    start, end = cue.start / 1000, cue.end / 1000
    sound = ' class="desc"' if is_sound(cue) else ""
    return (
        f'<li data-from="{start:.10g}" data-to="{end:.10g}"><time>{clock(start)}</time>'
        f"<span{sound}>{cue.text.replace(chr(10), '<br>')}</span>{pictures(stills)}</li>"
    )


def is_sound(cue: Cue) -> bool:
    """A sound or a sight, not speech: in brackets or in italics from end to end."""
    plain = cue.plain
    in_italics = (
        line.startswith("<i>") and line.find("</i>") == len(line) - 4 for line in cue.text.split("\n")
    )
    return (plain[0], plain[-1]) in (("(", ")"), ("[", "]")) or all(in_italics)
