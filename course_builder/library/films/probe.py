"""What is in a film or a sound, as ffprobe says it, in a child that can reach nothing but the file."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_builder.library.limited.run import Limits, run

PROGRAM = "ffprobe"
CONTAINERS = "mov,matroska,webm,avi,asf,mp3,ogg"
"""Kinds of files that are opened at all; a playlist, which names other files, is none of them."""
LIMITS = Limits(cpu=60, wall=90)
PICTURES = frozenset({"mjpeg", "png", "bmp", "gif"})
"""What a sound calls its cover: no film."""


@dataclass(frozen=True)
class Probed:
    """`milliseconds` is 0 when the file does not say. `picture` and `sound` name codecs; empty is none."""

    container: str
    milliseconds: int
    picture: str = ""
    profile: str = ""
    """How its colours are stored: `yuv420p` is what browsers play."""
    width: int = 0
    height: int = 0
    sound: str = ""


def can_probe() -> bool:
    return shutil.which(PROGRAM) is not None


def probe(file: Path) -> Probed | None:
    """None when ffprobe finds nothing to play in it."""
    ended = run(
        [
            PROGRAM, "-v", "error", "-hide_banner", "-protocol_whitelist", "file", "-format_whitelist", CONTAINERS,
            "-print_format", "json", "-show_format", "-show_streams", f"file:{file}",
        ],
        LIMITS,
    )  # fmt: skip
    return _read(ended.said) if ended.well else None


def _read(said: str) -> Probed | None:
    try:
        told = json.loads(said)
        streams = [one for one in told.get("streams", []) if isinstance(one, dict)]
        film = next((one for one in streams if _is_film(one)), {})
        sound = next((one for one in streams if one.get("codec_type") == "audio"), {})
        if not film and not sound:
            return None
        return Probed(
            container=str(told["format"]["format_name"]),
            milliseconds=_length(told["format"], film, sound),
            picture=str(film.get("codec_name", "")),
            profile=str(film.get("pix_fmt", "")),
            width=int(film.get("width", 0)),
            height=int(film.get("height", 0)),
            sound=str(sound.get("codec_name", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def _is_film(stream: dict[str, Any]) -> bool:
    return stream.get("codec_type") == "video" and stream.get("codec_name") not in PICTURES


def _length(*places: dict[str, Any]) -> int:
    """The first that says it. A length beyond a day is a damaged header."""
    for place in places:
        seconds = float(place.get("duration") or 0)
        if 0 < seconds < 86_400:
            return round(seconds * 1000)
    return 0
