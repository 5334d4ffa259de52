"""A course to put in the portal, and its later releases."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree
from course_builder.packaging.formats import formats
from course_builder.packaging.options import BuildOptions
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT

TODAY = date(2026, 11, 21)
TITLE = "Barnrätt – åäö ’”"

HEAD = """\
id: provkurs
title: {title}
language: sv
audience:
  - medarbetare
completion:
  lessons: {lessons}
  quizzes: {quizzes}
  pass: 60%
version:
  number: 1
  date: 2026-11-21
modules:
  - id: grunden
    title: Grunden
    lessons:
"""

FIRST = """\
---
id: barnet
---
# Varför barn har rättigheter

Barn är människor med egna rättigheter.

```question
id: ovning
kind: choice
ask: Vem har rättigheter?
options:
  - id: alla
    right: Alla barn
    because: Ja, varje barn.
  - id: nagra
    wrong: Några barn
    because: Nej, varje barn.
```

```reflect
id: tanke
ask: När mötte du ett barn senast?
```
"""

SECOND = """\
---
id: lyssna
---
# Att lyssna på barnet

Barnet har rätt att säga vad det tycker.

```reflect
id: sparad
ask: Vad vill du pröva?
stored: true
```
"""

THIRD = """\
---
id: vardagen
---
# I vardagen

Det lilla gör skillnad.

```checklist
id: lista
title: Pröva i veckan
items:
  - id: kna
    text: Gå ner på knä
  - id: fraga
    text: Fråga barnet först
```
"""

QUIZ = """\
kind: quiz
id: prov
title: Vad minns du?
pass: 60%
{more}questions:
  - id: lagen
    kind: truth
    ask: Barnkonventionen är svensk lag.
    right: sant
    because: Ja, artiklarna 1-42.
  - id: vilka
    kind: choice
    ask: Vilka artiklar är lag?
    options:
      - id: fyrtiotva
        right: Artikel 1-42
        because: Ja.
      - id: samtliga
        wrong: Alla 54
        because: Nej.
  - id: nar
    kind: text
    ask: När blev konventionen lag?
    accept:
      - 1 januari 2020
    because: Den 1 januari 2020.
"""

LESSONS = {"barnet": FIRST, "lyssna": SECOND, "vardagen": THIRD}


def course(
    parts: tuple[str, ...] = ("barnet.md", "lyssna.md", "quiz: prov"),
    *,
    title: str = TITLE,
    lessons: str = "all",
    quizzes: str = "passed",
    quiz: str = QUIZ,
    more: str = "",
    **texts: str,
) -> Course:
    """The course of these parts; `texts` are lessons' sources by id, `more` further lines of the quiz."""
    listed = "".join(f"      - {part}\n" for part in parts)
    sources = {
        "course.yaml": HEAD.format(title=title, lessons=lessons, quizzes=quizzes) + listed,
        **{f"{name}.md": source for name, source in {**LESSONS, **texts}.items() if f"{name}.md" in parts},
        **({"prov.yaml": quiz.replace("{more}", more)} if "quiz: prov" in parts else {}),
    }
    reading = read(MemoryTree(sources), today=TODAY)
    assert [problem.line("en") for problem in errors(reading.problems)] == []
    assert reading.course is not None
    return reading.course


STRICT = BuildOptions(fail_reports="failed")


def package(made: Course, format_name: str, options: BuildOptions = STRICT) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    for file in formats()[format_name].build(made, options, FolderTree(BUILT)):
        with file.blob.open() as stream:
            files[file.path] = stream.read()
    return files


@cache
def usual(format_name: str) -> Mapping[str, bytes]:
    """The course as it is, telling of every fail."""
    return package(course(), format_name)
