"""Every film that a text shows, read as it stands: a register must name also the film of a text with faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from course_builder.content.media import inside
from course_builder.content.pieces import pieces
from course_builder.content.yamltext import parse


@dataclass(frozen=True)
class Version:
    """The described or the signed one: a file, a link, or why there is none."""

    file: str = ""
    url: str = ""
    none_needed: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FilmPlace:
    """A film as a text has it. Files are paths below the tree's root; what is not said is empty or None.

    `block` is the id of its block in a lesson; empty for a film discussion, whose file is the film's own. `line` is the
    first one of its YAML.
    """

    path: str
    line: int
    block: str
    title: str
    file: str = ""
    url: str = ""
    length: str = ""
    owner: str = ""
    basis: str = ""
    checked_on: date | None = None
    until: date | None = None
    has_captions: bool = False
    captions: Mapping[str, str] = field(default_factory=dict)
    described: Version | None = None
    signed: Version | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to the film within its YAML."""
        return ("film",) if self.path.endswith(".yaml") else ()


def films_in(text: str, path: str) -> Iterator[FilmPlace]:
    """In the order of the text."""
    if path.endswith(".yaml"):
        whole = _map(parse(text, path).value)
        if whole.get("kind") == "film-discussion" and isinstance(whole.get("film"), dict):
            yield _place(whole["film"], path, 1, "", _words(whole.get("title")))
    elif "```film" in text or "~~~film" in text:
        for piece in pieces(text):
            if piece.kind == "block" and piece.name == "film":
                block = _map(parse(piece.text, path).value)
                if "use" not in block and block:
                    yield _place(block, path, piece.line, _words(block.get("id")), _words(block.get("title")))


def _place(film: Mapping[str, Any], path: str, line: int, block: str, title: str) -> FilmPlace:
    rights = _map(film.get("rights"))
    folder = str(PurePosixPath(path).parent)
    return FilmPlace(
        path=path,
        line=line,
        block=block,
        title=_words(film.get("title")) or title,
        file=_file(film.get("file"), folder),
        url=_words(film.get("url")),
        length=_words(film.get("length")),
        owner=_words(rights.get("owner")) or _words(film.get("owner")),
        basis=_words(rights.get("basis")),
        checked_on=_day(rights.get("checked_on")),
        until=_day(rights.get("until")),
        has_captions=_words(film.get("has_captions")).lower() in ("ja", "true", "yes", "sant"),
        captions=_captions(film, folder),
        described=_version(film.get("described"), folder),
        signed=_version(film.get("signed"), folder),
    )


def _version(value: Any, folder: str) -> Version | None:
    if not isinstance(value, dict) or not value:
        return None
    return Version(
        _file(value.get("file"), folder),
        _words(value.get("url")),
        _words(value.get("none_needed")),
        _captions(value, folder),
    )


def _captions(value: Mapping[str, Any], folder: str) -> Mapping[str, str]:
    return {str(language): _file(file, folder) for language, file in _map(value.get("captions")).items()}


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _file(value: Any, folder: str) -> str:
    return inside(_words(value), folder) or ""


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(_words(value))
    except ValueError:
        return None
