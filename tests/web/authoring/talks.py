"""A film discussion with a short film, an hour that is three minutes too long, and a story: to be written on."""

from io import BytesIO
from pathlib import Path

from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.saving import Content, create
from tests.web.region import MONDAY, Region

FILMS = Path(__file__).parents[2] / "films"
CANARY = "KANARIE-SJU-GRÖNA-FLASKOR"
VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nHej.\n"
TALK = f"""\
# Skriven för hand
kind: film-discussion
id: samtal
title: Kort film
film:
  file: media/kort.webm
  title: Kort film
  length: "0:06"
  captions:
    sv: media/kort.sv.vtt
  described:
    file: media/kort-syntolkad.webm
    length: "0:08"
  signed:
    none_needed: Filmen har inget tal.
  transcript: from captions
  rights:
    basis: Eget verk
before:
  - id: baaa
    ask: Vad minns ett barn?   # den första
    minutes: 5
pauses:
  # barnet väntar
  - id: paaa
    at: "0:02"
    described_at: "0:03"
    ask: Vad vet barnet just nu?
  - id: pbbb
    at: "0:04"
    described_at: "0:05"
    ask: Vad får barnet välja?
after:
  - id: aaaa
    step: handla
    ask: Vad gör vi?
    minutes: 19
    shrink: 1
    least: 2
  - id: abbb
    ask: Vem berättar?
facilitator:
  listen_for:
    - {CANARY} sägs av någon
"""
HOUR = f"""\
id: timme
title: En timme
kind: meeting
audience: [medarbetare]
minutes: 60
agenda:
  - id: aaaa
    title: Välkommen
    minutes: 40   # längst
    keep: ja
    facilitator:
      facts:
        - {CANARY} står här
  - id: bbbb
    title: Hos oss
    minutes: 15
    agree: ja
  - id: cccc
    title: Fyra hörn
    minutes: 8
    shrink: 1
    least: 0
"""
STORY = """\
# Ett

```case
id: caaa
title: Nora
scenes:
  - id: saaa
    text: Nora har ont i magen.
    choices:
      - id: baaa
        choose: Du frågar Nora.
        because: Det är hennes mage.
        then: sbbb
  - id: sbbb
    text: Nora får frågan själv.
  - id: sccc
    text: Ingen frågar.
```
"""


def talk_draft(region: Region, name: str = "samtal", text: str = TALK) -> None:
    store = region.app.extensions["media_store"]
    own: dict[str, Content] = {f"{name}.yaml": text}
    for path, file in (
        ("media/kort.webm", "short.webm"),
        ("media/kort-syntolkad.webm", "short-described.webm"),
    ):
        with (FILMS / file).open("rb") as stream:
            own[path] = store.put(stream)
    own["media/kort.sv.vtt"] = store.put(BytesIO(VTT.encode()))
    _create(region, Kind.SET, name, own)


def hour_draft(region: Region, text: str = HOUR) -> None:
    _create(region, Kind.COURSE, "timme", {"course.yaml": text})


def _create(region: Region, kind: Kind, name: str, files: dict[str, Content]) -> None:
    with region.database.writing() as session:
        create(session, kind, name, files, region.groups["north"], None, MONDAY, Verb.MADE)
