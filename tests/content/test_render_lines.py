"""Line marks of the preview: each names the line its text stands on, and nothing else differs from a package."""

import re

import pytest

from course_builder.content.render.paint import Paint
from course_builder.content.render.part import Position, part
from course_builder.player.words import words
from tests.content.trees import BASE, reading

LESSON = """\
---
id: ett
---
# Titeln syns inte

Första stycket
på två rader.


Efter två tomma rader.
## Rubrik direkt efter

- punkt ett
- punkt två

- punkt tre, lös
    - under tre

> citat

| Kolumn | Två |
|---|---|
| cell | cell |

/// note | Ruta
Inne i rutan.

Mer i rutan.
///

```
kod i ruta
```

```reflect
id: tank
ask: Vad tänker du?
```

Sista stycket[^a].

![Bilden](media/bild.png "Bildtext")

[^a]: Fotnoten.
"""
FIRST_WORDS = re.compile(r'<([a-z0-9]+)[^>]* data-line="(\d+)"')
MARK = re.compile(r' data-line="\d+"')


def rendered(text: str, *, lined: bool) -> str:
    course = reading({**BASE, "ett.md": text}).course
    assert course is not None
    module = course.modules[0]
    paint = Paint(course, words("sv"), lined=lined)
    return part(module.parts[0], Position(module, 1, 1, 3), paint)


def found(html: str) -> list[tuple[str, int]]:
    return [(tag, int(line)) for tag, line in FIRST_WORDS.findall(html)]


def line_of(start: str) -> int:
    return next(number for number, line in enumerate(LESSON.splitlines(), 1) if line.startswith(start))


def test_every_paragraph_list_table_and_block_tells_its_line() -> None:
    assert found(rendered(LESSON, lined=True)) == [
        ("p", line_of("Första stycket")),
        ("p", line_of("Efter två tomma")),
        ("h2", line_of("Efter två tomma")),  # no empty line between: they are one block
        ("ul", line_of("- punkt ett")),
        ("blockquote", line_of("> citat")),
        ("table", line_of("| Kolumn")),
        ("div", line_of("/// note")),
        ("pre", line_of("kod i ruta")),
        ("section", line_of("```reflect") + 1),
        ("p", line_of("Sista stycket")),
        ("figure", line_of("![Bilden]")),
    ]


@pytest.mark.parametrize("kind", ["shipped", "lesson"])
def test_without_the_marks_it_is_what_a_package_holds(kind: str) -> None:
    text = LESSON if kind == "lesson" else str(BASE["ett.md"])
    assert MARK.sub("", rendered(text, lined=True)) == rendered(text, lined=False)
    assert "data-line" not in rendered(text, lined=False)


def test_an_authors_own_attribute_is_only_text() -> None:
    html = rendered('---\nid: ett\n---\n# A\n\n<p data-line="99">hej</p>\n', lined=True)
    assert [line for _, line in found(html)] == [6]
