"""A course with every kind of question, twice: for practice in a lesson and graded in a quiz; and every block."""

from datetime import date
from functools import cache
from textwrap import indent

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree

TODAY = date(2026, 11, 21)

KINDS = {
    "truth": """\
ask: Hela barnkonventionen gäller som svensk lag.
right: falskt
because: Artiklarna 1–42 är lag, se [lagen](law:crc-act).
otherwise: Det sägs ofta. Men artiklarna 43–54 handlar om annat.
""",
    "choice": """\
ask: Ett barn på åtta år ska lämna blodprov. Vem ska få information?
options:
  - id: oa
    wrong: Bara vårdnadshavaren
    because: Det är lätt att tala över huvudet på ett barn när en vuxen är med. Men barnet är patienten.
  - id: ob
    right: Både barnet och vårdnadshavaren
    because: Barnet ska få veta, på ett sätt som passar just det barnet.
  - id: oc
    wrong: Den som frågar
    because: Vården ska ge informationen utan att någon behöver be om den.
because: Säg barnets namn först och titta på barnet när du berättar.
""",
    "choices": """\
ask: Vilka är grundprinciper?
options:
  - id: oa
    right: Artikel 2
    because: Alla barn har samma värde.
  - id: ob
    right: Artikel 12
    because: Barn har rätt att säga sin åsikt.
  - id: oc
    wrong: Artikel 31
    because: Den handlar om lek och vila.
  - id: od
    wrong: Artikel 42
    because: Den handlar om att göra konventionen känd.
""",
    "text": """\
ask: När blev barnkonventionen svensk lag?
accept:
  - 1 januari 2020
  - 2020-01-01
because: Riksdagen beslutade 2018.
""",
    "gaps": """\
text: Konventionen antogs ___ och är lag sedan ___.
gaps:
  - id: ga
    accept:
      - "1989"
  - id: gb
    accept:
      - "2020"
    wrong:
      - "1990"
      - "2018"
because: Först kom konventionen, sedan lagen.
""",
    "number": """\
ask: Hur många artiklar är svensk lag?
right: 42
unit: artiklar
because: Artiklarna 1–42.
""",
    "match": """\
ask: Para ihop artikeln med vad den säger.
pairs:
  - id: pa
    left: Artikel 3
    right: Barnets bästa
  - id: pb
    left: Artikel 12
    right: Rätt att komma till tals
  - id: pc
    left: Artikel 31
    right: Lek och vila
because: Det finns många fler.
""",
    "order": """\
ask: Ordna från tidigast till senast.
items:
  - id: ia
    text: FN antar konventionen
  - id: ib
    text: Sverige ratificerar den
  - id: ic
    text: Den blir svensk lag
because: "1989, 1990 och 2020."
""",
    "scale": """\
ask: Hur säker är du på att ditt väntrum är till för barn?
low: Inte alls
high: Helt säker
because: Gå dit och sätt dig på golvet.
""",
    "reflect": """\
ask: Vad hade du sett i ert väntrum om du var hundra centimeter lång?
""",
}


def question(kind: str, owner: str) -> str:
    return f"id: {owner}-{kind}\nkind: {kind}\n{KINDS[kind]}"


def quiz(more: str = "", kinds: tuple[str, ...] = tuple(KINDS)) -> str:
    listed = "".join("  - " + indent(question(kind, "quiz"), "    ").lstrip() for kind in kinds)
    return f"kind: quiz\nid: provet\ntitle: Vad minns du?\npass: 60%\n{more}questions:\n{listed}"


CASE = """\
```case
id: fallet
title: Provtagningen
scenes:
  - id: start
    text: Ett barn ska lämna blodprov. Barnet gömmer sig bakom sin pappa.
    choices:
      - id: huk
        choose: Jag sätter mig på huk och säger barnets namn.
        because: Barnet möter dina ögon.
        then: bra
      - id: pappa
        choose: Jag frågar pappan vad barnet vill.
        because: Pappan svarar i barnets ställe.
        then: hm
  - id: hm
    text: Barnet drar sig längre bort.
    choices:
      - id: igen
        choose: Jag börjar om och vänder mig till barnet.
        because: Det är aldrig för sent.
        then: start
      - id: klart
        choose: Jag tar provet ändå.
        because: Provet blir taget. Nästa gång blir det svårare.
        then: slut
  - id: bra
    text: Barnet berättar att det är rädd för sticket. Ni kommer överens om hur det ska gå till.
  - id: slut
    text: Barnet gråter. Ni är klara.
```
"""

LESSON = f"""\
---
id: texten
title: Tre perspektiv
minutes: 6
---
# Tre perspektiv

Samma rum, samma dag. Vad du ser beror på **var du har ögonen**.

![Två barn i ett väntrum](media/vantrum.svg)

## Du behöver alla tre

Barnet har rätt att [komma till tals](crc:12), och [lagen](law:crc-act) säger det.[^1]
Läs mer hos [regionen](https://region.example/barn) och hör med {{region.ombud.plural}}.

| Ord | Vem tittar? |
|---|---|
| Barnperspektiv | den vuxna |
| Barnets perspektiv | barnet |

/// note | Inte antingen eller
Den vuxnes erfarenhet och barnets berättelse behövs båda.

- ett
- två
///

/// important | Tänk på
Fråga barnet.
///

```reflect
id: tanken
ask: När påverkade ert arbete senast ett barn?
```

```reflect
id: sparad
ask: Vad vill du pröva?
stored: true
```

```timeline
title: Vägen till lag
events:
  - when: "1989"
    what: FN antar konventionen.
  - when: "2020"
    what: Den blir svensk lag.
```

```checklist
id: listan
title: Inför mötet
items:
  - id: la
    text: Jag har läst remissen.
  - id: lb
    text: Jag vet vad barnet heter.
```

{CASE}

```local
show: routines
```

[^1]: Med några få undantag.
"""

SOURCES: dict[str, str | bytes] = {
    "course.yaml": """\
id: tio
title: Tio sorters frågor
language: sv
summary: Alla frågor och alla block.
audience:
  - ombud
version:
  number: 3
  date: 2026-11-21
modules:
  - id: grunden
    title: Grunden
    goals:
      - svara på tio sorters frågor
    lessons:
      - texten.md
      - pröva.md
      - quiz: provet
""",
    "texten.md": LESSON,
    "pröva.md": "---\nid: prova\ntitle: Pröva dig fram\n---\n# Pröva dig fram\n\nHär finns alla sorter.\n\n"
    + "\n".join(f"```question\n{question(kind, 'ova')}```\n" for kind in KINDS),
    "provet.yaml": quiz(),
    "media/vantrum.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270">'
    '<rect width="480" height="270" fill="#f5ecd8"/><circle cx="240" cy="150" r="60" fill="#df6862"/></svg>',
    "law.yaml": """\
crc-act:
  act: lagen (2018:1197) om Förenta nationernas konvention om barnets rättigheter
  provision: 1 §
  source: https://lagen.example/2018-1197
  checked_on: 2026-08-22
  wordings:
    - valid_from: 2020-01-01
      says: Artiklarna 1–42 gäller som svensk lag, se också [artikel 12](crc:12).
""",
    "crc.yaml": """\
12:
  title: Rätt att komma till tals
  says: Barnet har rätt att säga vad det tycker i allt som rör barnet.
  core: true
""",
    "region.yaml": """\
name: Region Norrsjö
ombud:
  plural: barnrättsombud
routines:
  concern_report:
    title: Orosanmälan
    where: Rutinhandboken, kapitel 4
""",
}


@cache
def ten_kinds(more: str = "", kinds: tuple[str, ...] = tuple(KINDS)) -> Course:
    """The course; `more` are lines of the quiz, such as `shuffle: true`."""
    return course({**SOURCES, "provet.yaml": quiz(more, kinds)})


def course(sources: dict[str, str | bytes]) -> Course:
    reading = read(MemoryTree(sources), today=TODAY)
    assert [problem.line("en") for problem in errors(reading.problems)] == []
    assert reading.course is not None
    return reading.course
