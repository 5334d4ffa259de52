"""The hour as steps: ready plans, plans that are kept, a film discussion with a length."""

from dataclasses import replace
from datetime import date

import pytest

from course_builder.content.course import Course
from course_builder.content.step_matter import item_of, part_of, question_of
from course_builder.content.steps import Step, of_talk, planned, ready_plans, rows, steps
from tests.content.trees import BASE, check, drawn, reading, told

FILES = BASE | drawn("""
    course.yaml:
        id: mote
        title: Ett möte
        kind: meeting
        minutes: 30
        audience:
          - ombud
        version:
          number: 1
          date: 2026-11-01
        agenda:
          - id: borja
            title: "*Börja*"
            minutes: 3
            form: helgrupp
            lead: chef
            text: ett.md
            facilitator:
              facts:
                - Kort är bra.
          - id: prat
            title: Film och samtal
            minutes: 20
            lead: ombud
            film: filmen
          - id: ours
            title: Hos oss
            minutes: 5
            keep: true
            agree: true
          - id: prov
            title: Frågor
            minutes: 2
            quiz: prov
            shrink: 4
            least: 0
        variants:
          - minutes: 12
            agenda:
              - id: sist
                title: Sedan sist
                minutes: 2
                says: Vad blev det?
                follow_up: true
              - same: prat
                minutes: 6
                questions:
                  - same: hoss
                    minutes: 3
              - same: ours
                minutes: 4
                title: En sak hos oss
                shrink: 1
                least: 3
                facilitator:
                  pitfalls:
                    - Två är för mycket.
          - minutes: 15
            agenda:
              - same: prat
                minutes: 14
              - same: prov
                minutes: 1
                keep: true
    quizzes/filmen.yaml:
        kind: film-discussion
        id: filmen
        title: Filmen
        film:
          file: media/film.webm
          length: 2:10
          captions:
            sv: media/film.vtt
          described:
            none_needed: Allt som betyder något hörs.
          rights:
            basis: own work
            checked_on: 2026-11-01
        before:
          - id: hopp
            ask: Vad hoppas du?
            method: bikupa
            minutes: 2
            shrink: 2
            least: 0
        after:
          - id: sett
            ask: Vad **såg** ni?
            step: se
            minutes: 7
            shrink: 1
            least: 2
          - id: hoss
            ask: Och hos oss?
            step: överföra
            minutes: 5
            shrink: 3
            least: 4
    """)


def course() -> Course:
    found = reading(FILES).course
    assert found is not None
    return found


def short(made: tuple[Step, ...]) -> list[tuple[str, str, int]]:
    return [(step.id, step.kind, step.minutes) for step in made]


def test_the_course_is_without_faults() -> None:
    assert told(check(FILES)) == []


def test_the_agenda_is_a_ready_plan_and_so_is_each_variant() -> None:
    assert ready_plans(course()) == (12, 15, 30)
    self_paced = reading(BASE).course
    assert self_paced is not None and ready_plans(self_paced) == ()
    with pytest.raises(KeyError):
        steps(course(), 45)


def test_a_film_discussion_becomes_steps_and_its_last_question_gets_what_is_left() -> None:
    assert short(steps(course(), 30)) == [
        ("borja", "text", 3), ("prat.hopp", "before", 2), ("prat.film", "film", 3), ("prat.sett", "after", 7),
        ("prat.hoss", "after", 8), ("ours", "agree", 5), ("prov", "quiz", 2),
    ]  # fmt: skip


def test_a_variant_may_say_which_questions_are_asked() -> None:
    made = steps(course(), 12)
    assert short(made) == [
        ("actions", "actions", 2), ("prat.film", "film", 3), ("prat.hoss", "after", 3), ("ours", "agree", 4),
    ]  # fmt: skip
    assert (made[0].text, made[2].least) == ("Vad blev det?", 3)


def test_a_variant_with_less_time_takes_it_where_the_questions_say() -> None:
    assert short(steps(course(), 15)) == [
        ("prat.hopp", "before", 2), ("prat.film", "film", 3), ("prat.sett", "after", 4),
        ("prat.hoss", "after", 5), ("prov", "quiz", 1),
    ]  # fmt: skip


def test_what_a_variant_changes_of_an_item_and_what_it_leaves() -> None:
    in_agenda = next(step for step in steps(course(), 30) if step.id == "ours")
    in_variant = next(step for step in steps(course(), 12) if step.id == "ours")
    assert (in_agenda.keep, in_agenda.shrink, in_agenda.title) == (True, None, "Hos oss")
    assert (in_variant.keep, in_variant.shrink, in_variant.least) == (False, 1, 3)
    assert (in_variant.kind, in_variant.title) == ("agree", "En sak hos oss")
    kept = steps(course(), 15)[-1]
    assert (kept.keep, kept.shrink, kept.least) == (True, None, None)


def test_a_plan_that_was_kept_comes_back_as_it_was() -> None:
    own = Step("own-abcd", "own-abcd", "own", "Fika", 5, form="par", lead="chef", keep=True, text="*Kaffe*")
    for minutes in ready_plans(course()):
        laid = (own, *(replace(step, minutes=step.minutes + 1) for step in steps(course(), minutes)))
        assert planned(course(), rows(laid)) == laid
    talk = of_talk(course(), "filmen", 30)
    assert planned(course(), rows(talk)) == talk


def test_what_was_agreed_last_time_is_a_step_and_what_is_gone_is_left_out() -> None:
    made = planned(
        course(),
        [
            {"id": "actions", "minutes": 4},
            {"id": "borttagen", "minutes": 2},
            {"id": "prov", "minutes": 1, "plan": 99},
        ],
    )
    assert short(made) == [("actions", "actions", 4), ("prov", "quiz", 1)]
    assert made[0].title == "Sedan sist"


def test_a_step_knows_what_it_stands_for() -> None:
    made = {step.id: step for step in steps(course(), 30)} | {"short": steps(course(), 12)[-1]}
    start, item, agenda = (
        part_of(course(), made["borja"]),
        item_of(course(), made["short"]),
        item_of(course(), made["ours"]),
    )
    assert start is not None and start.id == "ett"
    assert (
        item is not None
        and item.facilitator is not None
        and item.facilitator.pitfalls == ("Två är för mycket.",)
    )
    assert agenda is not None and agenda.facilitator is None
    asked = question_of(course(), made["prat.sett"])
    assert asked is not None and asked.ask == "Vad **såg** ni?"
    assert (made["prat.sett"].title, made["borja"].title) == ("Vad såg ni?", "Börja")
    assert question_of(course(), made["prat.film"]) is None
    quiz = part_of(course(), made["prov"])
    assert quiz is not None and quiz.id == "prov"


@pytest.mark.parametrize("minutes", [15, 30, 45, 60])
def test_a_film_discussion_fills_its_length_and_ends_with_something_to_do(minutes: int) -> None:
    made = of_talk(course(), "filmen", minutes)
    assert sum(step.minutes for step in made) == minutes
    assert [made[0].id, made[-2].kind, made[-1].id] == ["own-valk", "agree", "own-slut"]
    assert made[-2].keep and made[-2].minutes >= (4 if minutes == 15 else 6)
    assert any(step.kind == "after" for step in made)
    assert next(step.minutes for step in made if step.kind == "film") == 3


def test_a_film_that_is_too_long_is_longer_than_its_length() -> None:
    assert sum(step.minutes for step in of_talk(course(), "filmen", 5)) == 13
    with pytest.raises(KeyError):
        of_talk(course(), "ingen", 30)


def test_the_twin_is_the_same_with_and_without_other_lengths() -> None:
    bare = str(FILES["course.yaml"]).partition("variants:")[0]
    without, there = reading(FILES | {"course.yaml": bare}, today=date(2026, 11, 21)).course, course()
    assert without is not None
    assert without.modules[0].parts == there.modules[0].parts
    assert without.media == there.media
