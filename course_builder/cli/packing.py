"""The act of building: each package is written beside its place and put there when it is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from course_builder.cli.failures import MachineSaidNo
from course_builder.cli.progress import growing
from course_builder.cli.words import Say, Text
from course_builder.content.course import Course
from course_builder.packaging import zipwriter
from course_builder.packaging.choices import chosen
from course_builder.packaging.control import NotBuilt
from course_builder.packaging.format import Format
from course_builder.paths.atomic import replacing
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT

MADE = Text("{path}  {size} kB", "{path}  {size} kB")
NO_ASSETS = Text(
    "Webbfilerna är inte byggda ({path} saknas). Kör npm run build i källkodens mapp, eller installera om.",
    "The browser files are not built ({path} is missing). Run npm run build in the source folder, or install again.",
)


@dataclass(frozen=True)
class Order:
    """What was asked for: which formats, with which answers, and where to."""

    formats: tuple[Format, ...]
    answers: Mapping[str, str]
    output: Path


def pack(course: Course, order: Order, say: Say) -> None:
    order.output.mkdir(parents=True, exist_ok=True)
    try:
        for one in order.formats:
            path = _write(course, one, order)
            click.echo(say(MADE, path=path, size=max(1, round(path.stat().st_size / 1000))))
    except NotBuilt as error:
        raise MachineSaidNo(say(NO_ASSETS, path=error.filename)) from error


def _write(course: Course, one: Format, order: Order) -> Path:
    path = order.output / one.file_name(course)
    files = list(one.build(course, chosen(course, order.answers), FolderTree(BUILT)))
    with replacing(path) as out, growing(out, sum(file.blob.size for file in files), path.name):
        zipwriter.write(out, files)
    return path
