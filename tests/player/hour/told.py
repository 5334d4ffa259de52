"""An hour whose every place for those who lead it, and every explanation of an answer, holds a canary."""

from datetime import date
from functools import cache
from typing import Literal

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree
from tests.films import ARTICLES, FILMS, LINK, OWN

CANARY = "KANARIE"
TODAY = date(2026, 11, 21)

COURSE = f"""\
id: timmen
title: Timmen
kind: meeting
language: LANGUAGE
audience:
  - medarbetare
minutes: 60
agenda:
  - id: valk
    title: Välkommen
    minutes: 5
    lead: chef
    text: valkommen.md
    facilitator:
      facts:
        - {CANARY} fakta
      listen_for:
        - {CANARY} lyssna
      pitfalls:
        - {CANARY} fallgrop
      support:
        - {CANARY} stöd
  - id: samt
    title: Film och samtal
    minutes: 30
    film: vantrum
  - id: annn
    title: En film till
    minutes: 15
    film: lank
  - id: frag
    title: Tre frågor
    minutes: 5
    quiz: prov
  - id: hoss
    title: Hos oss
    minutes: 5
    keep: true
    agree: true
    facilitator:
      facts:
        - {CANARY} fakta
"""

WELCOME = """\
---
id: valkommen
---
# Välkommen

Vi pratar om [barnets bästa](crc:3).

```reflect
id: tank
ask: När lyssnade du senast?
```
"""

NO_END = "  rights:\n    basis: Avtal\n    checked_on: 2026-11-01\n"

QUIZ = f"""\
kind: quiz
id: prov
title: Prov
questions:
  - id: fraga
    kind: choice
    ask: Vilket?
    options:
      - id: oa
        wrong: Ett
        because: {CANARY} därför inte
      - id: ob
        right: Två
        because: {CANARY} därför
    because: {CANARY} så är det
    otherwise: {CANARY} annars
"""


@cache
def told(until: str = "", language: Literal["sv", "en"] = "sv") -> Course:
    """`until` is the last day of the linked film's rights."""
    rights = (
        f"  rights:\n    basis: Avtal\n    checked_on: 2026-11-01\n    until: {until}\n" if until else NO_END
    )
    files = {
        "course.yaml": COURSE.replace("LANGUAGE", language),
        "valkommen.md": WELCOME,
        "vantrum.yaml": OWN.replace("BARA FÖR LEDAREN", CANARY),
        "lank.yaml": LINK.replace("pauses:", f"{rights}pauses:"),
        "prov.yaml": QUIZ,
        "crc.yaml": ARTICLES,
        "media/short.webm": (FILMS / "short.webm").read_bytes(),
        "media/short-described.webm": (FILMS / "short-described.webm").read_bytes(),
        "media/short.sv.vtt": "WEBVTT\n\n00:00.500 --> 00:05.500\nEn dörr öppnas.\n",
        "media/short.en.srt": "1\n00:00:00,500 --> 00:00:05,500\nA door opens.\n",
    }
    reading = read(MemoryTree(files), today=TODAY)
    assert reading.course is not None, errors(reading.problems)
    return reading.course
