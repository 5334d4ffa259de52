"""The evaluation: by phone and on paper together, and told from five answers."""

import pytest

from course_builder.meetings import evaluation, rounds
from course_builder.meetings.ballots import sum_up
from course_builder.meetings.models import Ballot, Meeting
from course_builder.people.refused import Refused
from course_builder.player.hour.evaluation import STEP, questions
from tests.meetings.held import Held, made
from tests.web.region import Region, both

SEES = questions("sv")[0]


def test_three_questions_to_choose_from_and_a_word_in_both_languages() -> None:
    for language in ("sv", "en"):
        asked = questions(language)  # type: ignore[arg-type]
        assert [one.kind for one in asked] == ["choice", "choice", "choice", "word"]
        assert all(one.ask.endswith("?") for one in asked[:3])
    assert [one.key for one in questions("sv")] == [one.key for one in questions("en")]


def answered(held: Held, given: str, many: int) -> None:
    """By so many phones, in a round of the room."""
    asked = rounds.Asked(
        id="a" * 32, step=STEP, kind="choice", ask=SEES.ask, options=[text for _, text in SEES.options]
    )
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        hour.salt = "0" * 32
        session.flush()
        one = rounds.ask(session, hour.id, asked)
        session.add_all(Ballot(round_id=one.id, phone=f"{number:064}", given=given) for number in range(many))


def typed(held: Held, counts: dict[str, dict[str, int]]) -> None:
    with held.region.database.writing() as session:
        evaluation.type_in(session, session.get_one(Meeting, held.meeting_id), "sv", counts)


def told(held: Held) -> list[tuple[str, int, object]]:
    with held.region.database.reading() as session:
        found = evaluation.results(session, session.get_one(Meeting, held.meeting_id))
        return [(one.ask, one.answers, one.rows) for one in found]


@both
def test_paper_alone_is_told_from_five_answers(region: Region) -> None:
    held = made(region)
    typed(held, {"sees": {"1": 3, "2": 1}})
    assert told(held) == [(SEES.ask, 4, None)]
    typed(held, {"sees": {"1": 4, "2": 1}})
    assert told(held) == [(SEES.ask, 5, (("Ja", 4), ("Delvis", 1), ("Nej", 0), ("Pass", 0)))]
    typed(held, {"sees": {}})
    assert told(held) == []


@both
def test_phones_and_paper_are_added_also_when_the_ballots_are_gone(region: Region) -> None:
    held = made(region)
    answered(held, "1", 6)
    typed(held, {"sees": {"3": 2}})
    assert told(held) == [(SEES.ask, 8, (("Ja", 6), ("Delvis", 0), ("Nej", 2), ("Pass", 0)))]
    with region.database.writing() as session:
        sum_up(session, session.get_one(Meeting, held.meeting_id))
    with region.database.reading() as session:
        assert session.query(Ballot).count() == 0
    assert told(held) == [(SEES.ask, 8, (("Ja", 6), ("Delvis", 0), ("Nej", 2), ("Pass", 0)))]


def test_of_four_phones_nothing_is_told(held: Held) -> None:
    answered(held, "3", 4)
    assert [rows for _, _, rows in told(held) if rows is not None] == []


def test_what_cannot_be_counted_is_refused(held: Held) -> None:
    with pytest.raises(Refused, match="between 0 and 1000"):
        typed(held, {"sees": {"1": 1001}})


def test_what_is_typed_in_stands_in_its_form(held: Held) -> None:
    typed(held, {"knows": {"2": 7}, "nonsense": {"1": 5}})
    with held.region.database.reading() as session:
        found = evaluation.on_paper(session, session.get_one(Meeting, held.meeting_id), "sv")
    assert [(one.key, dict(counts)) for one, counts in found] == [
        ("sees", {}),
        ("knows", {"2": 7}),
        ("spoke", {}),
    ]
