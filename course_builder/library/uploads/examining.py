"""A whole file, looked into: what it is, whether it can be used, and the file that is kept instead of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from course_builder.content.captions import LARGEST_FILE, parse, write
from course_builder.content.media import SUFFIXES as KNOWN
from course_builder.library.films.convert import can_convert
from course_builder.library.films.playable import playable
from course_builder.library.films.probe import Probed, can_probe, probe
from course_builder.library.pictures import drawing
from course_builder.library.pictures.picture import NotAPicture, PictureTooLarge, written_anew
from course_builder.library.pictures.rewrite import MOST_PIXELS
from course_builder.library.uploads import refusals
from course_builder.library.uploads.kinds import CONVERTED, SUFFIXES, Kind, kind_of
from course_builder.library.uploads.limits import AS_JPEG, kind_named
from course_builder.people.refused import Refused

MILLION = 1_000_000


@dataclass(frozen=True)
class Facts:
    """What is known of a file; 0 and None where it is not. `milliseconds` long, `sound` where there is any."""

    kind: str
    width: int = 0
    height: int = 0
    milliseconds: int = 0
    sound: bool | None = None


@dataclass(frozen=True)
class Fit:
    """A file that can be kept. `file` is the one brought, or one written anew beside it; `suffix` is the ending it gets."""

    file: Path
    suffix: str
    facts: Facts


@dataclass(frozen=True)
class ToConvert:
    """A film that has to be made into another one first, which takes its time."""

    probed: Probed


def examine(file: Path, name: str) -> Fit | ToConvert:
    """`name` is what a person called it. Refused leaves nothing beside the file."""
    suffix = PurePosixPath(name).suffix.lower()
    kind_named(name)
    with file.open("rb") as stream:
        kind = kind_of(stream)
    if kind is Kind.HEIC and suffix in (".jpg", ".jpeg"):
        raise Refused(*AS_JPEG)
    if kind is None or kind not in (SUFFIXES.get(suffix), CONVERTED.get(suffix)):
        raise refusals.not_what_it_says(name, suffix)
    look = _LOOKS["film" if suffix in CONVERTED else KNOWN[suffix]]
    return look(file, name, suffix)


def beside(file: Path) -> Path:
    """Where a file written anew stands until it is kept."""
    return file.with_name(f"{file.name}.new")


def _picture(file: Path, name: str, suffix: str) -> Fit:
    if suffix == ".svg":
        return _drawing(file, name)
    try:
        width, height = written_anew(file, beside(file), suffix)
    except PictureTooLarge as error:
        raise refusals.too_many_pixels(name, MOST_PIXELS // MILLION) from error
    except NotAPicture as error:
        raise refusals.unreadable(name) from error
    return Fit(beside(file), suffix, Facts("picture", width, height))


def _drawing(file: Path, name: str) -> Fit:
    if file.stat().st_size > drawing.LARGEST:
        raise refusals.drawing(name)
    try:
        cleaned = drawing.clean(file.read_bytes())
    except drawing.NotADrawing as error:
        raise refusals.drawing(name) from error
    beside(file).write_bytes(cleaned)
    return Fit(beside(file), ".svg", Facts("picture", *drawing.size(cleaned)))


def _film(file: Path, name: str, suffix: str) -> Fit | ToConvert:
    """Without ffprobe a film is taken at its word when its ending is one that browsers play."""
    if not can_probe():
        if suffix in CONVERTED:
            raise refusals.not_playable(name)
        return Fit(file, suffix, Facts("film"))
    probed = probe(file)
    if probed is None or not probed.picture:
        raise refusals.unreadable(name)
    if playable(suffix, probed):
        return Fit(file, suffix, film_facts(probed))
    if can_convert():
        return ToConvert(probed)
    raise refusals.not_playable(name)


def film_facts(probed: Probed) -> Facts:
    return Facts("film", probed.width, probed.height, probed.milliseconds, bool(probed.sound))


def _sound(file: Path, name: str, suffix: str) -> Fit:
    if not can_probe():
        return Fit(file, suffix, Facts("sound", sound=True))
    probed = probe(file)
    if probed is None or probed.picture:
        raise refusals.unreadable(name)
    return Fit(file, suffix, Facts("sound", milliseconds=probed.milliseconds, sound=True))


def _captions(file: Path, name: str, suffix: str) -> Fit:
    """Always kept as WebVTT that we have written ourselves (trust 16)."""
    with file.open("rb") as stream:
        read = parse(stream.read(LARGEST_FILE + 1))
    if not read.cues:
        code = read.problems[0][1]
        raise refusals.captions(name, f"{code.sv} {code.hint_sv}", f"{code.en} {code.hint_en}")
    beside(file).write_text(write(read.cues), encoding="utf-8")
    return Fit(beside(file), ".vtt", Facts("captions", milliseconds=read.cues[-1].end))


def _document(file: Path, name: str, suffix: str) -> Fit:
    return Fit(file, suffix, Facts("document"))


_LOOKS: Mapping[str, Callable[[Path, str, str], Fit | ToConvert]] = {
    "picture": _picture, "film": _film, "sound": _sound, "captions": _captions, "document": _document,
}  # fmt: skip
