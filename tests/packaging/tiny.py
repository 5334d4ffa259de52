"""A course of two lessons, a quiz and a film discussion: small, but with one of each that a package meets."""

from datetime import date

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree

TODAY = date(2026, 11, 21)

COURSE = """\
id: tiny
title: Barnrätt – åäö ’” & <mer>
language: sv
summary: Det minsta en kurs kan vara.
audience:
  - medarbetare
version:
  number: 3
  date: 2026-11-21
modules:
  - id: grunden
    title: Grunden
    minutes: 15
    lessons:
      - forsta.md
      - andra.md
      - film: vantrum
      - quiz: prov
"""

FIRST = """\
---
id: forsta
---
# Varför barn har rättigheter

Barn är människor med egna rättigheter.

![Ett barn i ett väntrum](media/Bild-på-väntrum.SVG)

```reflect
id: tanke
ask: När mötte du ett barn senast?
```
"""

SECOND = """\
---
id: andra
---
# Att lyssna på barnet

Barnet har rätt att säga vad det tycker.
"""

QUIZ = """\
kind: quiz
id: prov
title: Vad minns du?
questions:
  - id: lagen
    kind: truth
    ask: Barnkonventionen är svensk lag.
    right: sant
    because: Ja, artiklarna 1-42 sedan 2020.
    otherwise: Jo, artiklarna 1-42 sedan 2020.
  - id: hur-lange
    kind: number
    ask: Hur många artiklar är lag?
    right: 42
    because: Artiklarna 1-42.
    otherwise: Artiklarna 1-42.
"""

FILM = """\
kind: film-discussion
id: vantrum
title: Väntrummet
film:
  file: media/film.webm
  length: 0:20
  captions:
    sv: media/film.vtt
  described:
    none_needed: Allt som syns hörs också.
before:
  - id: fore
    ask: Vad hörs i ett väntrum?
pauses:
  - id: stopp
    at: 0:10
    ask: Vem pratar den vuxna med?
after:
  - id: efter
    ask: Vad gör du i morgon?
"""

CAPTIONS = """\
WEBVTT

00:01.000 --> 00:04.000
(En dörr stängs.)
"""

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>\n'

SOURCES: dict[str, str | bytes] = {
    "course.yaml": COURSE,
    "forsta.md": FIRST,
    "andra.md": SECOND,
    "prov.yaml": QUIZ,
    "vantrum.yaml": FILM,
    "media/Bild-på-väntrum.SVG": PICTURE,
    "media/film.webm": bytes(range(256)) * 8,
    "media/film.vtt": CAPTIONS,
}


def tiny(more: str = "", **files: str | bytes) -> Course:
    """The course, with more lines at the end of `course.yaml` or other files."""
    sources = {**SOURCES, **files, "course.yaml": COURSE + more}
    reading = read(MemoryTree(sources), today=TODAY)
    assert [problem.line("en") for problem in errors(reading.problems)] == []
    assert reading.course is not None
    return reading.course
