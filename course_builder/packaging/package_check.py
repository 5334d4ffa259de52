"""What can be said of a built package before anybody uploads it, in plain sentences."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from course_builder.content import state
from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.problems import Language
from course_builder.packaging import manifest, names
from course_builder.packaging.leader_notes import inside
from course_builder.packaging.letter_facts import film_hosts
from course_builder.packaging.letter_words import size
from course_builder.packaging.options import BuildOptions

HREF = re.compile(r'\bhref="([^"]+)"')
OUTSIDE = re.compile(
    r"<(?:script|link|img|video|audio|source|track|iframe)\b[^>]*\b(?:src|href)=\"(?:https?:)?//"
)
BESIDE = (".xsd", ".dtd")
"""Control files: they lie in a SCORM package without being named in its manifest."""
MEMORY = {"scorm12": state.SCORM12_MOST, "scorm2004-4": 64_000, "scorm2004-3": 64_000}
LARGE = 200_000_000
"""Bytes; many portals stop an upload of that size."""

Level = Literal["ok", "look", "stop"]


@dataclass(frozen=True)
class Line:
    """`stop`: the package will not work; `look`: something to know or to ask about."""

    level: Level
    sv: str
    en: str

    def text(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True)
class Built:
    """A package before it is zipped. `bytes` is the size of the zip."""

    course: Course
    format: str
    options: BuildOptions
    files: Sequence[File]
    bytes: int

    def text(self, path: str) -> str:
        """Of one of its files; empty when it is not there."""
        for file in self.files:
            if file.path == path:
                with file.blob.open() as stream:
                    return stream.read().decode()
        return ""


def lines(built: Built) -> tuple[Line, ...]:
    return tuple(line for check in CHECKS for line in check(built))


def stopped(found: Sequence[Line]) -> bool:
    return any(line.level == "stop" for line in found)


def _start(built: Built) -> Iterator[Line]:
    paths = {file.path for file in built.files}
    wanted = {"cmi5": "cmi5.xml", "web": manifest.START}.get(built.format, manifest.NAME)
    if wanted in paths and manifest.START in paths:
        yield Line("ok", "Portalen hittar kursen: filen som beskriver paketet ligger överst.",
                   "The portal finds the course: the file that describes the package lies at the top.")  # fmt: skip
    else:
        yield Line("stop", f"Filen {wanted} saknas överst i paketet.", f"The file {wanted} is missing at the top of the package.")  # fmt: skip


def _names(built: Built) -> Iterator[Line]:
    try:
        names.check(file.path for file in built.files)
    except names.BadName as bad:
        yield Line("stop", f"Ett filnamn går inte att packa upp överallt: {bad}", f"A file name cannot be unpacked everywhere: {bad}")  # fmt: skip
        return
    count = len(built.files)
    yield Line("ok", f"Alla {count} filnamn går att packa upp i varje portal.", f"All {count} file names can be unpacked in every portal.")  # fmt: skip


def _named(built: Built) -> Iterator[Line]:
    if not built.format.startswith("scorm"):
        return
    listed = set(HREF.findall(built.text(manifest.NAME)))
    there = {file.path for file in built.files if not file.path.endswith(BESIDE)} - {manifest.NAME}
    missing = sorted(listed ^ there)
    if missing:
        yield Line("stop", f"Paketets förteckning stämmer inte med filerna: {', '.join(missing[:5])}.",
                   f"The package's list does not match its files: {', '.join(missing[:5])}.")  # fmt: skip
    else:
        yield Line("ok", "Varje fil står i paketets förteckning.", "Every file stands in the package's list.")


def _size(built: Built) -> Iterator[Line]:
    sv, en = size(built.bytes, "sv"), size(built.bytes, "en")
    if built.bytes > LARGE:
        yield Line("look", f"Paketet är {sv}. Fråga portalförvaltaren hur stort ett paket får vara.",
                   f"The package is {en}. Ask the portal administrator how large a package may be.")  # fmt: skip
    else:
        yield Line("ok", f"Paketet är {sv}.", f"The package is {en}.")


def _media(built: Built) -> Iterator[Line]:
    paths = {file.path for file in built.files}
    gone = [one.shown for one in built.course.media if not any(path.startswith(one.url.rsplit(".", 1)[0]) for path in paths)]  # fmt: skip
    if gone:
        yield Line("stop", f"Det här följer inte med: {', '.join(gone[:5])}.", f"This is not included: {', '.join(gone[:5])}.")  # fmt: skip
    elif built.course.media:
        yield Line(
            "ok", "Bilder, filmer och undertexter följer med.", "Pictures, films and captions are included."
        )


def _linked(built: Built) -> Iterator[Line]:
    hosts = film_hosts(built.course)
    if hosts:
        yield Line("look", f"Film som ligger på {', '.join(hosts)} följer inte med. Den öppnas i en ny flik.",
                   f"Film at {', '.join(hosts)} is not included. It opens in a new tab.")  # fmt: skip


def _memory(built: Built) -> Iterator[Line]:
    most, needed = MEMORY.get(built.format), state.worst(built.course)
    if most is None:
        return
    if needed > most:
        yield Line("stop", f"Portalen rymmer {most} tecken om varje deltagare, och kursen kan behöva {needed}. Dela kursen eller välj SCORM 2004.",
                   f"The portal holds {most} characters about each learner, and the course may need {needed}. Split it or choose SCORM 2004.")  # fmt: skip
    else:
        yield Line("ok", f"Det portalen ska minnas får plats: som mest {needed} av {most} tecken.",
                   f"What the portal is to remember has room: at most {needed} of {most} characters.")  # fmt: skip


def _reachable(built: Built) -> Iterator[Line]:
    if built.format == "web":
        yield Line("look", "Inget registreras. Ingen portal får veta att kursen är gjord.",
                   "Nothing is recorded. No portal is told that the course has been taken.")  # fmt: skip
        return
    rule = built.options.rule(built.course)
    if rule.lessons == "none" and (rule.quizzes == "none" or not built.course.quizzes):
        yield Line("stop", "Kursen kan aldrig räknas som genomförd: den har inget quiz, och avsnitten räknas inte.",
                   "The course can never count as done: it has no quiz, and lessons are not counted.")  # fmt: skip
    else:
        yield Line("ok", "Kursen går att bli klar med.", "The course can be completed.")


def _alone(built: Built) -> Iterator[Line]:
    if OUTSIDE.search(built.text(manifest.START)):
        yield Line("stop", "Kursen hämtar något från nätet. Det fungerar inte i alla portaler.",
                   "The course fetches something from the internet. That does not work in every portal.")  # fmt: skip
    else:
        yield Line("ok", "Kursen hämtar inget från nätet.", "The course fetches nothing from the internet.")


def _leaders(built: Built) -> Iterator[Line]:
    """The promise that facilitator material is in no package, looked at in the package itself."""
    if not built.course.leader_notes:
        return
    found = inside(built.course, built.files)
    if found is not None:
        yield Line("stop", f"Stödet till samtalsledaren står i det deltagarna läser: ”{found.start} …”. Ta bort det ur deltagarnas text.",
                   f"Leader notes stand in what participants read: “{found.start} …”. Remove it from their text.")  # fmt: skip
    else:
        yield Line("ok", "Stödet till samtalsledaren finns inte i paketet.", "The leader notes are not in the package.")  # fmt: skip


CHECKS: tuple[Callable[[Built], Iterator[Line]], ...] = (
    _start, _names, _named, _size, _media, _linked, _memory, _reachable, _alone, _leaders,
)  # fmt: skip
