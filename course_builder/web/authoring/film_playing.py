"""A film as the form of its discussion plays it: its file, its captions, and how long it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from flask import url_for

from course_builder.content.media import SUFFIXES, inside
from course_builder.content.render.film_time import clock
from course_builder.content.talk_time import seconds_of
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import files
from course_builder.library.uploads.places_of import facts_at
from course_builder.web.records import reading

TRACKS = (".vtt",)
"""What a browser shows beside a film by itself."""


@dataclass(frozen=True)
class Captions:
    """`address` is where its editor is; `track` the file itself, or empty where a browser cannot show it."""

    language: str
    name: str
    address: str
    track: str


@dataclass(frozen=True)
class Playing:
    """A film as the form plays it. `address` is empty for a link and for a file that the draft does not have.

    `length` and `probed` are in seconds: what is written, and what was measured when the file came in; 0 when not known.
    """

    file: str
    url: str
    address: str
    poster: str
    length: float
    probed: float
    captions: Sequence[Captions]
    write_captions: str

    @property
    def is_there(self) -> bool:
        return bool(self.address or self.url)

    @property
    def probed_clock(self) -> str:
        return clock(self.probed)

    @property
    def is_measured_otherwise(self) -> bool:
        """Whether what is written is another length than what was measured, by more than rounding."""
        return bool(self.probed) and abs(self.probed - self.length) > 1


def playing(draft: Draft, path: str, film: Mapping[str, Any]) -> Playing:
    there = files(reading(), draft)
    folder = str(PurePosixPath(path).parent)
    file, poster = file_of(film, "file", folder), file_of(film, "poster", folder)
    facts = facts_at(reading(), draft.id, file) if file in there else None
    captions = [
        _captions(draft, there, file, str(language), inside(str(one or ""), folder) or "")
        for language, one in mapping(film.get("captions")).items()
    ]
    return Playing(
        file=file,
        url=str(film.get("url") or ""),
        address=_address(draft, there, file, "film"),
        poster=_address(draft, there, poster, "picture"),
        length=seconds_of(film.get("length")) or 0,
        probed=round(facts.milliseconds / 1000) if facts else 0,
        captions=captions,
        write_captions=_editor(draft, there, file),
    )


def _captions(draft: Draft, there: Mapping[str, str], film: str, language: str, path: str) -> Captions:
    track = _address(draft, there, path, "captions") if path.endswith(TRACKS) else ""
    return Captions(language, path.rpartition("/")[2], _editor(draft, there, film, language), track)


def _editor(draft: Draft, there: Mapping[str, str], film: str, language: str | None = None) -> str:
    """Empty for a film that the draft does not have."""
    if film not in there:
        return ""
    chosen: dict[str, Any] = {"in": language}
    return url_for("caption_editor.page", kind=draft.kind, name=draft.name, film=film, **chosen)


def _address(draft: Draft, there: Mapping[str, str], path: str, kind: str) -> str:
    if path not in there or SUFFIXES.get(PurePosixPath(path).suffix.lower()) != kind:
        return ""
    return url_for("media_files.file", kind=draft.kind, name=draft.name, sha256=there[path])


def file_of(film: Mapping[str, Any], name: str, folder: str) -> str:
    return inside(str(film.get(name) or ""), folder) or ""


def mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
