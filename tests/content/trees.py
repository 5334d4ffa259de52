"""Courses as drawings: file names at the margin, what is in them indented by four."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

from course_builder.content import checks
from course_builder.content.problems import Problem
from course_builder.content.reading import Reading, read
from course_builder.content.shelves import Shelf
from course_builder.content.tree import MemoryTree

TODAY = date(2026, 11, 21)

Files = Mapping[str, str | bytes]

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
WEBM = b"\x1aE\xdf\xa3" + bytes(16)
MEDIA: Files = {
    "media/bild.png": PNG,
    "media/film.webm": WEBM,
    "quizzes/media/film.webm": WEBM,
    "quizzes/media/film.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nEn dörr öppnas.\n",
}


def drawn(drawing: str) -> dict[str, str | bytes]:
    """`a.md:` at the margin begins a file."""
    files: dict[str, str | bytes] = {}
    name, lines = "", list[str]()
    for line in [*dedent(drawing).strip("\n").splitlines(), "end:"]:
        if line.strip() and not line.startswith(" "):
            if name:
                files[name] = dedent("\n".join(lines)).rstrip() + "\n" if any(lines) else ""
            name, lines = line.removesuffix(":"), []
        else:
            lines.append(line)
    return files


BASE: Files = MEDIA | drawn("""
    course.yaml:
        id: liten
        title: En liten kurs
        audience:
          - ombud
        version:
          number: 1
          date: 2026-11-01
        modules:
          - id: start
            title: Start
            lessons:
              - ett.md
              - quiz: prov
              - film: filmen
    ett.md:
        ---
        id: ett
        ---
        # Barnets rätt

        Barnet har rätt att [komma till tals](crc:12) enligt [lagen](law:blag-1) i {region.name}.
    quizzes/prov.yaml:
        kind: quiz
        id: prov
        title: Prov
        questions:
          - id: sant
            kind: truth
            ask: Barn är alla under 18 år.
            right: sant
            because: Det står i artikel 1.
    quizzes/filmen.yaml:
        kind: film-discussion
        id: filmen
        title: Filmen
        film:
          file: media/film.webm
          length: 1:00
          captions:
            sv: media/film.vtt
          described:
            none_needed: Allt som betyder något hörs.
          rights:
            basis: own work
            checked_on: 2026-11-01
        pauses:
          - id: paus
            at: 0:30
            ask: Vad ser barnet?
    law.yaml:
        blag-1:
          act: barnrättslagen (2018:1197)
          provision: 1 §
          source: https://lagar.example/2018:1197
          checked_on: 2026-08-22
          wordings:
            - valid_from: 2020-01-01
              says: Artiklarna 1-42 gäller som svensk lag.
    crc.yaml:
        2:
          title: Alla barn
          says: Inget barn får missgynnas.
        3:
          title: Barnets bästa
          says: Barnets bästa vägs in i första hand.
        6:
          title: Liv och utveckling
          says: Varje barn har rätt till liv.
        12:
          title: Komma till tals
          says: Barn får säga vad de tycker.
    region.yaml:
        name: Region Norrsjö
    glossary.yaml:
        barn: Varje människa under 18 år.
""")


def shelf(drawing: str, name: str = "hylla/") -> Shelf:
    return Shelf(MemoryTree(drawn(drawing)), name)


def reading(files: Files, *shelves: Shelf, today: date = TODAY) -> Reading:
    return read(MemoryTree(files), shelves, today=today)


def check(
    files: Files, *shelves: Shelf, today: date = TODAY, against: Files | None = None
) -> tuple[Problem, ...]:
    """Everything `course-builder check` would tell of a course."""
    old = reading(against, today=today).course if against else None
    return checks.run(reading(files, *shelves, today=today), today=today, against=old)


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.place} {problem.code.name}" for problem in problems]
