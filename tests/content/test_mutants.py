"""20,000 courses with something odd done to them: no exception, no hang, and every problem at a place that is there.

A course that fails is kept in mutants/, and tried on its own from then on.
"""

import json
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from course_builder.content import checks
from course_builder.content.checks.articles import coverage
from course_builder.content.compare import compare
from course_builder.content.course import Course
from course_builder.content.fix import completed
from course_builder.content.problems import Place, errors
from course_builder.content.reading import Reading, read
from course_builder.content.tree import MemoryTree
from tests.content.mutation import mutant
from tests.content.shown import shown
from tests.content.trees import BASE, TODAY, Files, drawn, reading

MUTANTS, BATCHES = 20_000, 40
KEPT = Path(__file__).parent / "mutants"

LESSON = BASE | drawn("""
    course.yaml:
        id: liten
        title: En liten kurs
        audience:
          - ombud
        modules:
          - id: start
            title: Start
            lessons:
              - ett.md
    ett.md:
        ---
        id: ett
        minutes: 1
        ---
        # Barnets rätt

        Barnet har rätt att [komma till tals](crc:12) i {region.name}. Se [avsnittet](ett.md) eller [sidan](https://x.example).

        ## Pröva

        ![Ett barn](media/bild.png "Bildtext")

        /// note | Obs
        - en *punkt* med `kod`
        ///

        | Ålder | Rätt |
        |---|---|
        | 0-18 | alla[^1] |

        [^1]: En fotnot.

        ```reflect
        id: tank
        ask: Hur gör ni?
        stored: false
        ```

        ```case
        id: fall
        title: I väntrummet
        scenes:
          - id: start
            text: Vad gör du?
            choices:
              - id: val
                choose: Frågar
                because: Bra.
                then: slut
          - id: slut
            text: Slut.
        ```

        ```timeline
        title: År
        events:
          - when: 1989
            what: Antogs av [FN](law:blag-1)
        ```
    """)
QUIZ = BASE | drawn("""
    course.yaml:
        id: liten
        title: En liten kurs
        audience:
          - ombud
        modules:
          - id: start
            title: Start
            lessons:
              - quiz: prov
    quizzes/prov.yaml:
        kind: quiz
        id: prov
        title: Prov
        pass: 80%
        draw: 4
        questions:
          - id: val
            kind: choices
            ask: Vilka?
            options:
              - id: ja
                right: Ja, [alla](crc:2)
                because: Ja.
              - id: nej
                wrong: Nej
                because: Nej.
          - id: lucka
            kind: gaps
            text: Antogs ___ och blev lag ___.
            because: Ja.
            gaps:
              - id: forst
                accept:
                  - "1989"
                wrong: "1990"
              - id: sedan
                accept: "2020"
          - id: tal
            kind: number
            ask: Hur många?
            right: 42
            within: 0,5
            because: Ja.
          - id: par
            kind: match
            ask: Vad hör ihop?
            because: Ja.
            pairs:
              - id: ett
                left: Tre
                right: Bästa
              - id: tva
                left: Tolv
                right: Tals
          - id: ordning
            kind: order
            ask: I ordning
            because: Ja.
            items:
              - id: ett
                text: Ett
              - id: tva
                text: Två
          - id: skala
            kind: scale
            ask: Hur?
            low: Lågt
            high: Högt
            steps: 5
    """)
MEETING = BASE | drawn("""
    course.yaml:
        id: mote
        title: Ett möte
        kind: meeting
        minutes: 12
        audience:
          - medarbetare
        version:
          number: 1
          date: 2026-11-01
        cover: media/bild.png
        agenda:
          - id: film
            title: Film
            minutes: 9
            film: filmen
          - id: sist
            title: Sist
            minutes: 3
            shrink: 1
            least: 0
            facilitator:
              facts:
                - Tänk på att alla ska hinna säga något.
        variants:
          - minutes: 10
            agenda:
              - same: film
                minutes: 8
              - id: egen
                title: Sedan sist
                minutes: 2
                says: Vad blev det av det vi kom *överens* om?
                follow_up: true
    """)
COURSES = (LESSON, QUIZ, MEETING)
OLD = [reading(files).course for files in COURSES]


@pytest.mark.parametrize("batch", range(BATCHES))
@pytest.mark.timeout(120)
def test_a_mutant_is_read_and_told_of(batch: int) -> None:
    for seed in range(batch, MUTANTS, BATCHES):
        number = seed % len(COURSES)
        files = mutant(COURSES[number], seed)
        with ExitStack() as failing:
            failing.callback(keep, files, number, seed)
            put_through(files, OLD[number])
            failing.pop_all()


def test_the_kept_mutants() -> None:
    for path in sorted(KEPT.glob("*.json")):
        kept = json.loads(path.read_text("utf-8"))
        changed = {name: text.encode("latin-1") for name, text in kept["files"].items()}
        files = {
            name: text
            for name, text in {**COURSES[kept["course"]], **changed}.items()
            if name not in kept["gone"]
        }
        put_through(files, OLD[kept["course"]])


def keep(files: Files, number: int, seed: int) -> None:
    before = COURSES[number]
    changed = {name: text for name, text in files.items() if text != before[name]}
    data = {
        name: text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        for name, text in changed.items()
    }
    kept = {
        "course": number,
        "gone": sorted(set(before) - set(files)),
        "files": {name: text.decode("latin-1") for name, text in data.items()},
    }
    (KEPT / f"{seed}.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def put_through(files: Files, old: Course | None) -> None:
    """All that is done with a course before it is packed."""
    found = read(MemoryTree(files), today=TODAY)
    problems = checks.run(found, today=TODAY, against=old)
    for problem in problems:
        assert is_there(problem.place, found), problem.line("sv")
        assert "\n" not in problem.line("sv") + problem.line("en")
    ids_can_be_written(files, found)
    if found.course is not None and old is not None:
        compare(old, found.course)
        coverage(found.course, found.sources)
        if not errors(problems):
            shown(found.course)


def is_there(place: Place, found: Reading) -> bool:
    source = found.sources.get(place.file)
    if source is None:
        return place.line >= 1 and place.column >= 1
    lines = [*source.text.split("\n"), ""]
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def ids_can_be_written(files: Files, found: Reading) -> None:
    texts = {gap.place.file: found.sources[gap.place.file].text for gap in found.gaps}
    completed(texts, found.gaps, (), Random(len(texts)).choice)
