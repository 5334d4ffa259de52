"""LÄS MIG of a meeting kit: how to begin, where the papers are, and which films are not in it."""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from string import Template

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import BytesBlob
from course_builder.packaging.hour_kit import Left
from course_builder.packaging.hour_kit_words import NAMES, README, STEPS
from course_builder.paths.shipped import TEMPLATES

TEMPLATE = TEMPLATES / "player" / "hour_kit.html"
BLOCK = re.compile(r"</(?:li|p|h\d)>")
HIDDEN = re.compile(r"<head>.*</head>|<[^>]+>", re.DOTALL)

Paper = tuple[str, str]
"""Its path and its title."""


def readme_files(course: Course, left: Sequence[Left], papers: Sequence[Paper]) -> Iterator[File]:
    """As a page with links, and as text for those who look into the zip."""
    html = _page(course, left, papers)
    name = NAMES[course.language].readme
    yield File(name, BytesBlob(html.encode()))
    yield File(name.replace(".html", ".txt"), BytesBlob(_text(html).encode()))


def _page(course: Course, left: Sequence[Left], papers: Sequence[Paper]) -> str:
    words, names = README[course.language], NAMES[course.language]
    views = [(names.leader, words["leader"]), (names.room, words["room"]), (names.single, words["single"])]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        {
            **{name: escape(text) for name, text in words.items()},
            "language": course.language,
            "title": escape(words["title"].format(title=course.title)),
            "steps": _items(map(escape, STEPS[course.language])),
            "views_list": _items(_link(*one) for one in views),
            "papers_list": _items(_link(*one) for one in papers),
            "left": _left(left, words["left"], words["left_link"], words["left_rights"]),
        }
    )


def _left(left: Sequence[Left], heading: str, link: str, rights: str) -> str:
    if not left:
        return ""
    rows = (_of_left(one, link if one.url else rights) for one in left)
    return f"<h2>{escape(heading)}</h2><ul>{_items(rows)}</ul>"


def _of_left(one: Left, words: str) -> str:
    address = escape(one.url)
    link = f'<a href="{address}">{address}</a>'
    return escape(words).format(title=escape(one.title), url=link)


def _items(rows: Sequence[str] | Iterator[str]) -> str:
    return "".join(f"<li>{row}</li>" for row in rows)


def _link(path: str, title: str) -> str:
    return f'<a href="{escape(path)}">{escape(title)}</a>'


def _text(html: str) -> str:
    """A line for each that stands alone."""
    bare = HIDDEN.sub("", BLOCK.sub("\n", html))
    lines = (" ".join(unescape(line).split()) for line in bare.splitlines())
    return "\r\n".join(line for line in lines if line) + "\r\n"
