"""May the new package take the old one's place? Each verdict with its reason."""

import pytest

from course_builder.content.compare import Comparison, Verdict, compare
from course_builder.content.keys import state_key
from tests.content.trees import BASE, Files, drawn, reading

OLD = BASE | drawn("""
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
              - tva.md
              - quiz: prov
              - film: filmen
    ett.md:
        ---
        id: ett
        ---
        # Barnets rätt

        ```checklist
        id: lista
        title: Inför mötet
        items:
          - id: forst
            text: Fråga barnet
          - id: sedan
            text: Lyssna
        ```

        ```question
        id: ovning
        kind: match
        ask: Vad hör ihop?
        because: Så.
        pairs:
          - id: par
            left: Artikel 3
            right: Barnets bästa
          - id: tva
            left: Artikel 12
            right: Komma till tals
        ```
    tva.md:
        ---
        id: tva
        ---
        # Att lyssna

        ```case
        id: fall
        title: I väntrummet
        scenes:
          - id: slut
            text: Slut.
        ```
    quizzes/prov.yaml:
        kind: quiz
        id: prov
        title: Prov
        pass: 80%
        questions:
          - id: vilka
            kind: choice
            ask: Vilka artiklar gäller som svensk lag sedan den 1 januari 2020?
            options:
              - id: alla
                right: Artikel 1-42
                because: Ja.
              - id: inga
                wrong: Alla 54
                because: Nej.
          - id: sant
            kind: truth
            ask: Barn är alla under 18 år.
            right: sant
            because: Ja.
""")


def compared(new: Files, old: Files = OLD) -> Comparison:
    before, after = reading(old).course, reading(new).course
    assert before is not None and after is not None
    return compare(before, after)


def changed(file: str, old: str, new: str) -> Files:
    text = str(OLD[file])
    assert old in text
    return {**OLD, file: text.replace(old, new)}


def test_the_same_course_has_no_reasons() -> None:
    assert compared(OLD) == Comparison(())
    assert compared(OLD).title("sv") == "Ja – bara texten har ändrats"


TEXT_ONLY = [
    ("ett.md", "# Barnets rätt", "# Barnets rättigheter"),
    ("course.yaml", "title: Start", "title: Början"),
    ("quizzes/prov.yaml", "Artikel 1-42", "Artiklarna 1-42"),
    ("quizzes/prov.yaml", "because: Nej.", "because: Nej, bara 42."),
    ("ett.md", "right: Barnets bästa", "right: Det bästa för barnet"),
    ("ett.md", "text: Lyssna", "text: Lyssna på barnet"),
    ("quizzes/filmen.yaml", "Vad ser barnet?", "Vad hör barnet?"),
]


@pytest.mark.parametrize(("file", "old", "new"), TEXT_ONLY, ids=[new for _, _, new in TEXT_ONLY])
def test_words_alone(file: str, old: str, new: str) -> None:
    found = compared(changed(file, old, new))
    assert [reason.sv for reason in found.reasons] == ["Texten har ändrats."]
    assert found.verdict == "text only"


def test_the_order_of_options_is_only_text() -> None:
    first, second = (
        "      - id: alla\n        right: Artikel 1-42\n        because: Ja.\n",
        "      - id: inga\n        wrong: Alla 54\n        because: Nej.\n",
    )
    assert compared(changed("quizzes/prov.yaml", first + second, second + first)).verdict == "text only"


REASONS: list[tuple[Verdict, str, str, str, str]] = [
    ("progress kept", "course.yaml", "          - tva.md\n".replace("          ", "      "), "", "Att lyssna finns inte längre."),
    ("progress kept", "course.yaml", "- ett.md\n      - tva.md", "- tva.md\n      - ett.md", "Avsnitten står i ny ordning."),
    ("progress kept", "course.yaml", "title: En liten kurs", "title: En liten kurs\ncompletion:\n  quizzes: taken", "Vad som räknas som genomförd har ändrats. Den som redan är klar förblir klar."),
    ("progress kept", "quizzes/prov.yaml", "pass: 80%", "pass: 60%", "Gränsen för Prov är ny: 60%."),
    ("progress kept", "quizzes/prov.yaml", "pass: 80%", "draw: 1", "Quizet Prov drar sina frågor på ett nytt sätt."),
    ("progress kept", "quizzes/prov.yaml", "right: sant", "right: falskt", "Frågan ”Barn är alla under 18 år.” har nya svar, ett nytt rätt svar eller en ny plats. Poäng som redan är satta ändras inte."),
    ("progress kept", "quizzes/prov.yaml", "right: sant", "right: sant\n    points: 2", "Frågan ”Barn är alla under 18 år.” har nya svar, ett nytt rätt svar eller en ny plats. Poäng som redan är satta ändras inte."),
    ("progress kept", "quizzes/prov.yaml", "id: vilka", "id: nyid", "Frågan ”Vilka artiklar gäller som svensk lag sedan den 1 …” finns inte längre. Svaren glöms."),
    ("progress kept", "quizzes/prov.yaml", "id: vilka", "id: nyid", "Frågan ”Vilka artiklar gäller som svensk lag sedan den 1 …” har tillkommit."),
    ("progress kept", "ett.md", "right: Barnets bästa", "right: Komma till tals", "Frågan ”Vad hör ihop?” har nya svar, ett nytt rätt svar eller en ny plats. Poäng som redan är satta ändras inte."),
    ("progress kept", "ett.md", "  - id: sedan\n    text: Lyssna\n", "", "Checklistan Inför mötet har andra punkter."),
    ("progress kept", "tva.md", "id: slut\n", "id: slutet\n", "Fallet I väntrummet har andra scener eller val."),
    ("progress kept", "quizzes/filmen.yaml", "id: paus", "id: annan", "Samtalsfrågan ”Vad ser barnet?” finns inte längre. Svaren glöms."),
    ("start over", "course.yaml", "id: liten", "id: stor", "Kursens id har bytts från liten till stor; portalen ser en annan kurs."),
    ("start over", "quizzes/prov.yaml", "kind: truth\n    ask: Barn är alla under 18 år.\n    right: sant", "kind: number\n    ask: Hur gammal?\n    right: 18", "Frågan ”Barn är alla under 18 år.” har bytt typ från truth till number men behållit sitt id."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "file", "old", "new", "reason"), REASONS, ids=[new or "removed" for *_, new, _ in REASONS]
)
def test_each_reason(verdict: Verdict, file: str, old: str, new: str, reason: str) -> None:
    found = compared(changed(file, old, new))
    assert found.verdict == verdict
    assert reason in [one.sv for one in found.reasons if one.verdict == verdict]
    assert found.reasons[0].verdict == verdict


def test_another_length_of_an_hour_is_only_text() -> None:
    """Nobody's answers or progress hang on it."""
    hour = BASE | drawn("""
        course.yaml:
            id: mote
            title: Ett möte
            kind: meeting
            minutes: 10
            audience:
              - ombud
            agenda:
              - id: borja
                title: Börja
                minutes: 10
                text: ett.md
            variants:
              - minutes: 5
                agenda:
                  - same: borja
                    minutes: 5
    """)
    longer = {**hour, "course.yaml": str(hour["course.yaml"]).replace("minutes: 5", "minutes: 7")}
    found = compared(hour, longer)
    assert found.verdict == "text only"
    assert "Timmens upplägg är nytt: dess punkter, längder eller stöd till samtalsledaren." in [
        one.sv for one in found.reasons
    ]
    assert compared(hour, hour).reasons == ()


def test_a_new_lesson_is_new_the_other_way_round() -> None:
    removed = changed("course.yaml", "      - tva.md\n", "")
    reasons = [reason.en for reason in compared(OLD, removed).reasons]
    assert "Att lyssna is new. Those who are done stay done; others take it." in reasons
    assert "The case I väntrummet is new." in reasons


def test_an_id_that_shares_its_key_with_an_old_one_is_caught() -> None:
    keys: dict[str, str] = {}
    for number in range(100_000):
        name = f"nr{number}"
        other = keys.setdefault(state_key(name), name)
        if other != name:
            break
    found = compared(
        changed("quizzes/prov.yaml", "id: sant", f"id: {name}"),
        changed("quizzes/prov.yaml", "id: sant", f"id: {other}"),
    )
    assert found.reasons[0].en == f"The id {name} shares its key with the old {other}. Choose another id."
    assert found.title("en") == "No: people must start over"
