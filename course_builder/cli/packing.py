"""The act of building: each package is written beside its place and put there when it is whole, its letter after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from course_builder.cli.failures import MachineSaidNo
from course_builder.cli.progress import growing
from course_builder.cli.words import Say, Text
from course_builder.content.compare import compare
from course_builder.content.course import Course
from course_builder.packaging import zipwriter
from course_builder.packaging.choices import chosen
from course_builder.packaging.format import Format
from course_builder.packaging.leader_notes import inside
from course_builder.packaging.letter import Section, as_text
from course_builder.packaging.letter_facts import Package, letter
from course_builder.paths.atomic import replacing
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from course_builder.player.built import NotBuilt

KILO = 1000
MADE = Text("{path}  {size} kB", "{path}  {size} kB")
NO_ASSETS = Text(
    "Webbfilerna är inte byggda ({path} saknas). Kör npm run build i källkodens mapp, eller installera om.",
    "The browser files are not built ({path} is missing). Run npm run build in the source folder, or install again.",
)
INSIDE = Text(
    "Stödet till samtalsledaren står i {path}, som deltagarna får: ”{start} …”. Inget paket görs. Ta bort det ur deltagarnas text.",
    "Leader notes stand in {path}, which participants get: “{start} …”. No package is made. Remove it from their text.",
)
NO_PDF = Text(
    "Brevet kan inte bli PDF: {reason}. På Debian: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0. Paketet och brevet som text är klara.",
    "The letter cannot become a PDF: {reason}. On Debian: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0. The package and the letter as text are done.",
)


class ForLeadersOnly(Exception):
    """A leader note stands in a learner's file; the message says which."""


@dataclass(frozen=True)
class Order:
    """What was asked for. `old` is the course as the portal has it now, when the writer knows."""

    formats: tuple[Format, ...]
    answers: Mapping[str, str]
    output: Path
    old: Course | None = None
    pdf: bool = False


def pack(course: Course, order: Order, say: Say) -> None:
    order.output.mkdir(parents=True, exist_ok=True)
    try:
        for one in order.formats:
            _tell(_pack(course, one, order, say), say)
    except FileNotFoundError as error:
        if error.errno is not None and not isinstance(error, NotBuilt):
            raise
        raise MachineSaidNo(say(NO_ASSETS, path=error.filename or error)) from error


def _tell(path: Path, say: Say) -> None:
    click.echo(say(MADE, path=path, size=max(1, round(path.stat().st_size / KILO))))


def _pack(course: Course, one: Format, order: Order, say: Say) -> Path:
    options = chosen(course, order.answers)
    path = order.output / one.file_name(course)
    files = list(one.build(course, options, FolderTree(BUILT)))
    found = inside(course, files)
    if found is not None:
        raise ForLeadersOnly(say(INSIDE, path=found.path, start=found.start))
    with replacing(path) as out, growing(out, sum(file.blob.size for file in files), path.name):
        zipwriter.write(out, files)
    comparison = compare(order.old, course) if order.old is not None else None
    package = Package(course, one.name, options, path.name, path.stat().st_size, comparison)
    sections = letter(package, say.language, FolderTree(TEMPLATES))
    with replacing(path.with_name(f"{path.stem}-brev.txt")) as out:
        out.write(as_text(sections).encode())
    if order.pdf:
        _write_pdf(path.with_name(f"{path.stem}-brev.pdf"), sections, say)
    return path


def _write_pdf(path: Path, sections: tuple[Section, ...], say: Say) -> None:
    try:
        from course_builder.paper.letter import letter_pdf  # noqa: PLC0415 -- slow import, and few ask for it
    except OSError as error:
        raise MachineSaidNo(say(NO_PDF, reason=error)) from error
    pdf = letter_pdf(sections, say.language, FolderTree(TEMPLATES), FolderTree(BUILT))
    with replacing(path) as out:
        out.write(pdf)
