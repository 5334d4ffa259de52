"""A course as a folder that any portal or browser can show: one page, one script, one style sheet, fonts and media."""

from collections.abc import Iterator
from html import escape
from string import Template

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.render.dates import day
from course_builder.content.render.paint import Paint
from course_builder.content.render.part import Position, part
from course_builder.content.tree import Blob, BytesBlob, Tree
from course_builder.paths.shipped import TEMPLATES
from course_builder.player import fonts
from course_builder.player.built import built_file
from course_builder.player.data import as_json
from course_builder.player.icons import sprite
from course_builder.player.media_files import media_file
from course_builder.player.options import Channel, PlayerOptions
from course_builder.player.outline import outline
from course_builder.player.words import words

__all__ = ["Channel", "PlayerOptions", "build", "page"]

TEMPLATE = TEMPLATES / "player" / "page.html"
SHEET = "player.css"


def build(course: Course, channel: Channel, options: PlayerOptions, built: Tree) -> Iterator[File]:
    """`built` holds what `npm run build` made."""
    html = page(course, options, built)
    sheet = _bytes(built_file(built, f"player/{SHEET}"))
    kept = fonts.needed(sheet, html) if options.fonts else []
    yield File("index.html", BytesBlob(html.encode()))
    yield File("player.js", built_file(built, f"player/{channel}.js"))
    yield File(SHEET, BytesBlob(fonts.only(sheet, kept)))
    for path in kept:
        yield File(path, built_file(built, path))
    for media in course.media:
        yield media_file(media)


def page(course: Course, options: PlayerOptions, built: Tree) -> str:
    """The whole course as one HTML page."""
    said = words(course.language)
    paint = Paint(course, said)
    shown = parts(course, paint)
    body = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        {
            "language": course.language,
            "title": escape(paint.plain(course.title)),
            "version": escape(version(course, paint)),
            "outline": outline(course, paint),
            "parts": shown,
            "data": as_json(course, paint, options),
            "icon_menu": paint.icon("list-tree"),
            **{name: escape(said[name]) for name in ("skip_to_content", "outline_name", "footer_concern")},
        }
    )
    return body.replace("<!-- icons -->", sprite(body, built), 1)


def parts(course: Course, paint: Paint) -> str:
    """Every part of the course as a section."""
    return "\n".join(_parts(course, paint))


def _parts(course: Course, paint: Paint) -> Iterator[str]:
    for module_number, module in enumerate(course.modules, 1):
        for number, content in enumerate(module.parts, 1):
            yield part(content, Position(module, module_number, number, len(module.parts)), paint)


def version(course: Course, paint: Paint) -> str:
    if course.version is None:
        return paint.words["undated"]
    date = day(course.version.date, course.language)
    return paint.words["chosen_version"].format(number=course.version.number, date=date)


def _bytes(blob: Blob) -> bytes:
    with blob.open() as stream:
        return stream.read()
