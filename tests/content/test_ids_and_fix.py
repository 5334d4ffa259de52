"""`check --fix`: the missing ids are written and not one other byte is touched."""

import re
from itertools import combinations, count

import pytest

from course_builder.content.fix import Draw, completed
from tests.content.trees import BASE, Files, check, drawn, reading

WITHOUT_IDS = drawn("""
    course.yaml:
        id: liten
        title: En liten kurs
        audience: [ombud]
        version: {number: 1, date: 2026-11-01}
        modules:
          - title: Start   # en kommentar
            lessons:
              - ett.md
              - quiz: prov
              - film: filmen
              - under/tva.md
    ett.md:
        # Barnets rätt

        ```reflect
        ask: Hur gör ni?
        ```

          ```case
          title: Fallet
          scenes:
            - text: Vad gör du?
              choices:
                - choose: Frågar
                  because: Bra.
                  then: slut
            - id: slut
              text: Slut.
          ```

        ```film
        file: media/film.webm
        length: 1:00
        captions:
          sv: quizzes/media/film.vtt
        described:
          none_needed: Allt hörs.
        rights:
          basis: own work
          checked_on: 2026-11-01
        ```
    under/tva.md:
        ---
        minutes: 1
        id:
        ---
        # Två

        Text.
    quizzes/prov.yaml:
        kind: quiz
        title: Prov
        questions:
          - kind: choices
            ask: Vilka?
            options:
              - {right: Alla, because: Ja.}
              - {wrong: Ingen, because: Nej.}
          -   ask: Barn är alla under 18 år.
              kind: truth
              right: sant
              because: Ja.
          - kind: order
            ask: I ordning?
            because: Så.
            items: [{text: Ett}, {text: Två}]
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
            none_needed: Allt hörs.
          rights:
            basis: own work
            checked_on: 2026-11-01
        pauses:
          - at: 0:30
            ask: Vad ser barnet?
""")


def drawing() -> Draw:
    """Letters that make `aaaa`, `aaab` ..."""
    numbers = count()

    def draw(letters: str) -> str:
        number, place = divmod(next(numbers), 4)
        return letters[number // 26 ** (3 - place) % 26]

    return draw


def fixed(files: Files) -> dict[str, str | bytes]:
    found = reading(files)
    texts = {gap.place.file: text_of(files, gap.place.file) for gap in found.gaps}
    return {**files, **completed(texts, found.gaps, taken(files), drawing())}


def text_of(files: Files, file: str) -> str:
    text = files[file]
    return text if isinstance(text, str) else text.decode()


def taken(files: Files) -> set[str]:
    return {
        line.partition("id:")[2].strip()
        for text in files.values()
        if isinstance(text, str)
        for line in text.splitlines()
        if "id:" in line
    }


def without_the_written(before: str, after: str) -> str:
    """What is left of the new text when everything that is not in the old one is taken away, in order."""
    left, rest = [], before
    for letter in after:
        if rest.startswith(letter):
            left.append(letter)
            rest = rest[1:]
    return "".join(left)


def codes(files: Files) -> list[str]:
    return [problem.code.name for problem in check(files)]


def test_every_id_is_written_and_the_course_is_clean() -> None:
    files = {**BASE, **WITHOUT_IDS}
    assert codes(files).count("id-missing") == len(reading(files).gaps) == 17
    after = fixed(files)
    assert codes(after) == []
    assert fixed(after) == after


def test_the_ids_stand_where_a_person_would_write_them() -> None:
    after = fixed({**BASE, **WITHOUT_IDS})
    assert re.sub("aaa.", "####", str(after["quizzes/prov.yaml"])).splitlines() == [
        "id: prov",
        "kind: quiz",
        "title: Prov",
        "questions:",
        "  - id: ####",
        "    kind: choices",
        "    ask: Vilka?",
        "    options:",
        "      - {id: ####, right: Alla, because: Ja.}",
        "      - {id: ####, wrong: Ingen, because: Nej.}",
        "  -   id: ####",
        "      ask: Barn är alla under 18 år.",
        "      kind: truth",
        "      right: sant",
        "      because: Ja.",
        "  - id: ####",
        "    kind: order",
        "    ask: I ordning?",
        "    because: Så.",
        "    items: [{id: ####, text: Ett}, {id: ####, text: Två}]",
    ]
    assert str(after["under/tva.md"]).startswith("---\nminutes: 1\nid: aaa")
    assert str(after["ett.md"]).startswith("---\nid: aaa")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_and_new_lines_have_the_same(end: str) -> None:
    files = {**BASE, **{name: str(text).replace("\n", end) for name, text in WITHOUT_IDS.items()}}
    after = fixed(files)
    assert codes(after) == []
    for name, text in WITHOUT_IDS.items():
        before, written = str(files[name]), str(after[name])
        assert without_the_written(before, written) == before
        assert written.replace(end, "").count("\n") + written.replace(end, "").count("\r") == 0, name
        assert str(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("# Ett\n", "---\nid: aaaa\n---\n# Ett\n"),
        ("# Ett utan radslut", "---\nid: aaaa\n---\n# Ett utan radslut"),
        ("---\n---\n# Ett\n", "---\nid: aaaa\n---\n# Ett\n"),
        ("---\n# bara en kommentar\n---\n# Ett\n", "---\nid: aaaa\n# bara en kommentar\n---\n# Ett\n"),
        ("---\ntitle: Ett\n---\n", "---\nid: aaaa\ntitle: Ett\n---\n"),
        ("---\nid:   # skrivs sedan\n---\n# Ett\n", "---\nid: aaaa   # skrivs sedan\n---\n# Ett\n"),
        ("---\n{}\n---\n# Ett\n", "---\n{id: aaaa}\n---\n# Ett\n"),
        ("---\n{title: Ett}\n---\n", "---\n{id: aaaa, title: Ett}\n---\n"),
        ('---\n"id":\n---\n# Ett\n', '---\n"id": aaaa\n---\n# Ett\n'),
        ("---\n\nminutes: 3\n---\n# Ett\n", "---\n\nid: aaaa\nminutes: 3\n---\n# Ett\n"),
    ],
)
def test_the_front_matter_of_a_lesson(before: str, after: str) -> None:
    assert fixed({**BASE, "ett.md": before})["ett.md"] == after


def test_a_front_matter_that_cannot_be_read_is_left_alone() -> None:
    files = {**BASE, "ett.md": "---\nid: ett\n title: [\n---\n# Ett\n"}
    assert reading(files).gaps == ()


def test_a_quiz_gets_the_only_id_it_can_have() -> None:
    files = {**BASE, "quizzes/prov.yaml": str(BASE["quizzes/prov.yaml"]).replace("id: prov\n", "")}
    assert fixed(files) == {**BASE, "quizzes/prov.yaml": "id: prov\n" + str(files["quizzes/prov.yaml"])}


def test_an_item_of_another_length_gets_an_id_unless_it_is_the_same() -> None:
    hour = BASE | drawn("""
        course.yaml:
            id: mote
            title: Ett möte
            kind: meeting
            minutes: 5
            audience: [ombud]
            version: {number: 1, date: 2026-11-01}
            agenda:
              - id: borja
                title: Börja
                minutes: 5
            variants:
              - minutes: 4
                agenda:
                  - same: borja
                    minutes: 2
                  - title: Sedan sist   # egen
                    minutes: 2
    """)
    found = reading(hour)
    fixed = completed({"course.yaml": str(hour["course.yaml"])}, found.gaps, (), lambda letters: letters[0])
    assert fixed["course.yaml"] == str(hour["course.yaml"]).replace(
        "      - title: Sedan sist", "      - id: aaaa\n        title: Sedan sist"
    )
    assert check({**hour, **fixed}) == ()


def test_an_id_that_is_taken_is_not_drawn() -> None:
    found = reading({**BASE, "ett.md": "# Ett\n"})
    made = completed({"ett.md": "# Ett\n"}, found.gaps, {"aaaa", "aaab"}, drawing())
    assert made == {"ett.md": "---\nid: aaac\n---\n# Ett\n"}


def test_a_course_without_ids_is_still_read_whole() -> None:
    course = reading({**BASE, **WITHOUT_IDS}).course
    assert course is not None
    assert [part.part_kind for part in course.parts] == ["lesson", "quiz", "film", "lesson"]
    assert len({question.id for question in course.questions}) == 4


IDS = ("start", "ett", "sant", "paus")
LINE_WITH_ID = re.compile(r"(?m)^(?P<head> *(?:- )?)id: (?P<id>[a-z]+)\n *")


@pytest.mark.parametrize("missing", [some for n in range(5) for some in combinations(IDS, n)], ids="-".join)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whichever_ids_are_missing(missing: tuple[str, ...], end: str) -> None:
    def taken_away(text: str) -> str:
        short = LINE_WITH_ID.sub(lambda found: found["head"] if found["id"] in missing else found[0], text)
        return short.replace("\n", end)

    files = {name: taken_away(text) if isinstance(text, str) else text for name, text in BASE.items()}
    after = fixed(files)
    assert codes(after) == []
    assert {name: without_the_written(text_of(files, name), text_of(after, name)) for name in TEXTS} == {
        name: text_of(files, name) for name in TEXTS
    }


TEXTS = [name for name, text in BASE.items() if isinstance(text, str)]
