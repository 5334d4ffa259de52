"""A small APT hour with one of each kind of step. What only its leader may read begins with LEDAREN, what is right with FACIT."""

from datetime import date, datetime
from functools import cache

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.steps import steps
from course_builder.content.tree import MemoryTree
from course_builder.paper.hour import HourPapers
from course_builder.paper.occasion import Occasion
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import TEMPLATES
from course_builder.player.hour.support import Where

TODAY = date(2026, 11, 21)
LEADER, KEY = "LEDAREN", "FACIT"

COURSE = """\
id: timmen
title: En liten timme
kind: meeting
language: sv
audience:
  - medarbetare
version:
  number: 1
  date: 2026-11-21
minutes: 20
agenda:
  - id: valk
    title: Välkommen
    minutes: 2
    form: helgrupp
    lead: chef
    text: start.md
    facilitator:
      facts:
        - LEDAREN vet att [lagen](law:lag-1) gäller.
      listen_for:
        - LEDAREN lyssnar efter nya.
      pitfalls:
        - LEDAREN pratar för länge.
      support:
        - LEDAREN visar stödet.
  - id: talk
    title: Film och samtal
    minutes: 8
    lead: ombud
    film: filmen
  - id: gora
    title: Hos oss
    minutes: 6
    form: helgrupp
    lead: chef
    keep: true
    agree: true
  - id: prov
    title: En fråga
    minutes: 4
    form: enskilt
    lead: ombud
    quiz: avslut
"""
START = """\
---
id: start
---
# Välkommen

I dag pratar vi om [barns röst](crc:12).

```reflect
id: qaaa
ask: Vilket barn mötte du senast?
```
"""
FILM = """\
kind: film-discussion
id: filmen
title: Dörren
purpose: Se dörren med barnets ögon.
film:
  file: media/filmen.webm
  length: "1:00"
  captions:
    sv: media/filmen.vtt
  described:
    none_needed: Allt hörs.
  signed:
    none_needed: Inget tal.
  transcript: from captions
  content_note: Ett barn väntar.
  rights:
    basis: Eget verk
    checked_on: 2026-11-01
before:
  - id: qbbb
    ask: Vad hör barnet?
    method: bikupa
    minutes: 2
watch_for: Följ barnets händer.
pauses:
  - id: pccc
    at: "0:30"
    ask: Vad vet barnet nu?
    method: tyst
    seconds: 60
after:
  - id: qddd
    step: se
    ask: Vad gjorde den vuxna?
    method: epa
    minutes: 4
facilitator:
  facts:
    - LEDAREN vet om filmen.
  listen_for:
    - LEDAREN hör handen.
  pitfalls:
    - LEDAREN fastnar.
  support:
    - LEDAREN följer med ut.
"""
QUIZ = """\
kind: quiz
id: avslut
title: Att gå hem med
questions:
  - id: qeee
    kind: choice
    ask: Hur många artiklar är lag?
    options:
      - id: oaaa
        right: De första 42
        because: FACIT säger 42.
      - id: obbb
        wrong: Alla 54
        because: FACIT säger inte 54.
    because: FACIT, så står det i lagen.
"""
LAW = """\
lag-1:
  act: lagen (2018:1197)
  provision: 1 §
  source: https://lagen.example/1
  checked_on: 2026-08-22
  wordings:
    - valid_from: 2020-01-01
      says: Artiklarna 1–42 gäller som lag.
"""
CRC = """\
12:
  title: Barnets röst
  says: Barnet får säga vad det tycker.
"""
REGION = """\
name: Region Exempel
decision:
  text: Varje enhet har ett ombud.
  year: 2003
"""
CAPTIONS = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n(En dörr öppnas.)\n\n00:40.000 --> 00:44.000\nHej, vill du gå in?\n"
)
FILES = {
    "course.yaml": COURSE,
    "start.md": START,
    "law.yaml": LAW,
    "crc.yaml": CRC,
    "region.yaml": REGION,
    "filmen.yaml": FILM,
    "avslut.yaml": QUIZ,
    "media/filmen.vtt": CAPTIONS,
    "media/filmen.webm": "film" * 1000,
}
OCCASION = Occasion(
    unit="Avdelning 3",
    begins=datetime(2026, 12, 10, 14, 0),
    routine=Where("Vår rutin", "Pärmen", "https://rutiner.example/vi"),
    contacts=(Where("Barnskyddsteamet", "Intranätet"),),
    checked_on=date(2026, 11, 1),
    actions=("Hälsa på barnet först (mottagningen)",),
)


@cache
def little() -> Course:
    made = read(MemoryTree(FILES), today=TODAY)
    assert [problem.line("en") for problem in errors(made.problems)] == []
    assert made.course is not None
    return made.course


def papers() -> HourPapers:
    return HourPapers(little(), steps(little(), 20), OCCASION, FolderTree(TEMPLATES))
