"""A course of films for the tests: one of our own, one by link, one in a lesson. Six seconds long."""

from datetime import date
from functools import cache
from pathlib import Path

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree

TODAY = date(2026, 11, 21)
FILMS = Path(__file__).parent
CANARY = "BARA FÖR LEDAREN"

COURSE = """\
id: filmer
title: Filmer
audience:
  - ombud
modules:
  - id: filmerna
    title: Filmerna
    lessons:
      - film: vantrum
      - film: lank
      - avsnitt.md
      - sist.md
"""

OWN = f"""\
kind: film-discussion
id: vantrum
title: Väntrummet
purpose: Se väntrummet med barnets ögon.
articles:
  - 3
  - 12
film:
  file: media/short.webm
  length: 0:06
  captions:
    sv: media/short.sv.vtt
    en: media/short.en.srt
  described:
    file: media/short-described.webm
    length: 0:08
  signed:
    file: media/short.webm
    length: 0:06
  transcript: from captions
  content_note: Ett barn väntar medan de vuxna pratar.
before:
  - id: minnet
    ask: Vad hoppas ni att ett barn minns?
    alone: Vad hoppas du att ett barn minns?
    method: bikupa
    minutes: 3
    least: 2
watch_for: Följ barnet genom hela filmen.
pauses:
  - id: vetat
    at: 0:02
    described_at: 0:03
    ask: Berätta för grannen vad barnet vet.
    alone: Skriv två saker som barnet vet just nu.
    method: bikupa
    seconds: 77
  - id: pennan
    at: 0:04
    described_at: 0:06
    ask: Vad får barnet välja?
    seconds: 77
after:
  - id: hjalpte
    step: se
    ask: Vad gjorde någon som hjälpte?
    method: epa
    minutes: 6
  - id: mandag
    step: handla
    ask: Vad gör du på måndag?
facilitator:
  facts:
    - {CANARY} fakta
  listen_for: {CANARY} lyssna efter
  pitfalls: {CANARY} fallgropar
"""

LINK = """\
kind: film-discussion
id: lank
title: En film hos någon annan
film:
  url: https://film.example.se/vantrum
  title: I väntan
  owner: Region Exempel
  length: 1:34
  has_captions: ja
  content_note: Filmen kan väcka minnen.
pauses:
  - id: lankstopp
    at: 0:41
    ask: Vad vet barnet just nu?
after:
  - id: lankefter
    ask: Vad tar du med dig?
"""

LESSON = """\
---
id: avsnitt
---
# En film i ett avsnitt

Se filmen och läs sedan vidare.

```film
id: kort
title: En kort film
file: media/short.webm
length: 0:06
captions:
  sv: media/short.sv.vtt
described:
  none_needed: Allt som syns hörs också.
```

Efter filmen.
"""

ARTICLES = """\
3:
  title: Barnets bästa
  says: Vid alla åtgärder som rör barn ska det i första hand beaktas vad som bedöms vara barnets bästa.
  core: true
12:
  title: Rätt att komma till tals
  says: Barn har rätt att säga vad de tycker i allt som rör dem.
  core: true
"""

LAST = """\
---
id: sist
---
# Sist

Här slutar kursen.
"""

SWEDISH = """\
WEBVTT

00:00.200 --> 00:01.500
<i>[En klocka tickar]</i>

00:01.600 --> 00:03.000
<v Mamman>Snart är det <b>vår</b> tur.

00:03.200 --> 00:05.500
Vad vet barnet
just nu?
"""

ENGLISH = """\
1
00:00:00,200 --> 00:00:01,500
[A clock ticks]

2
00:00:01,600 --> 00:00:03,000
Mother: Soon it is our turn.
"""


@cache
def course() -> Course:
    films = {f"media/{name}": (FILMS / name).read_bytes() for name in ("short.webm", "short-described.webm")}
    texts = {
        "course.yaml": COURSE,
        "vantrum.yaml": OWN,
        "lank.yaml": LINK,
        "avsnitt.md": LESSON,
        "sist.md": LAST,
    }
    captions = {"media/short.sv.vtt": SWEDISH, "media/short.en.srt": ENGLISH}
    reading = read(MemoryTree({**texts, **captions, **films}), today=TODAY)
    assert reading.course is not None, [problem.line("en") for problem in reading.problems]
    assert errors(reading.problems) == ()
    return reading.course
