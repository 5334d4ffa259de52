"""Phones in the room: they join without a name, answer once, and are told "saved" only when it is."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import func, select

from course_builder.meetings import ballots
from course_builder.meetings.evaluation import results, type_in
from course_builder.meetings.models import Ballot, Meeting, Round
from course_builder.meetings.models import Phone as Joined
from tests.meetings.held import Held
from tests.web.region import both
from tests.web.room.heard import STREAM, events
from tests.web.room.joined import Phone, opened

As = Callable[[str], FlaskClient]


def tally(held: Held, round_id: str) -> dict[str, int]:
    with held.region.database.reading() as session:
        return ballots.counts(session, session.get_one(Round, round_id))


@both
def test_each_phone_answers_once_and_may_change_while_it_is_open(held: Held) -> None:
    """trust 52"""
    room = opened(held)
    phones = room.phones(6)
    asked = room.ask()
    assert [one.answer(asked, "1") for one in phones] == [200] * 6
    assert [phones[0].answer(asked, given) for given in ("2", "2", "3")] == [200] * 3
    assert tally(held, asked) == {"1": 5, "3": 1}
    room.change(asked, state="closed")
    assert phones[1].answer(asked, "2") == 409
    assert tally(held, asked) == {"1": 5, "3": 1}


@both
def test_who_has_not_joined_does_not_vote(held: Held) -> None:
    room = opened(held)
    asked = room.ask()
    one = room.phone()
    one.token = "x" * 32
    assert one.answer(asked, "1") == 412
    assert one.join().status_code == 200
    assert one.answer(asked, "1") == 200


def test_what_is_no_answer_is_refused(held: Held) -> None:
    room = opened(held)
    one, several = room.ask(), room.ask("choices")
    scale = room.ask("scale", ["Inte alls", "", "", "", "Helt"])
    word = room.ask("word", [])
    phone = room.phone()
    assert [phone.answer(one, given) for given in ("4", "1,2", "<b>", "", "x" * 300)] == [422] * 5
    assert [phone.answer(several, given) for given in ("3,1", "1,9")] == [200, 422]
    assert [phone.answer(scale, given) for given in ("5", "6")] == [200, 422]
    assert phone.answer(word, "  Lyssna ") == 200
    assert phone.answer("0" * 32, "1") == 409
    assert (tally(held, several), tally(held, word)) == ({"1": 1, "3": 1}, {"lyssna": 1})


def test_the_fourth_corner_is_there_and_a_question_without_answers_is_none(held: Held, as_: As) -> None:
    room = opened(held)
    address = f"/apt/{held.meeting_id}/rounds"
    body = {
        "id": "0" * 32,
        "step": "diskussion",
        "kind": "corners",
        "ask": "Var står du?",
        "options": ["A", "B", "C"],
    }
    assert room.leader.post(address, json=body).status_code == 422
    assert room.leader.post(address, json={**body, "kind": "choice", "options": []}).status_code == 422
    room.ask("corners", ["A", "B", "C", "Ett öppet hörn"])
    assert [one["key"] for one in room.phone().sees()["asked"][0]["options"]] == ["1", "2", "3", "4"]


def test_a_question_that_is_sent_twice_is_one(held: Held) -> None:
    room = opened(held)
    body = {"id": "a" * 32, "step": "diskussion", "kind": "choice", "ask": "Ett?", "options": ["A", "B"]}
    for _ in range(2):
        assert room.leader.post(f"/apt/{held.meeting_id}/rounds", json=body).status_code == 200
    with held.region.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Round)) == 1


def test_nothing_is_shown_until_the_leader_shows_it(held: Held) -> None:
    """trust 36: not to phones, not to the wall, and to the leader only when nobody can add to it."""
    room = opened(held)
    phones = room.phones(5)
    asked = room.ask()
    for one in phones:
        one.answer(asked, "1")
    wall = events(held.region.anonymous(), f"/wall/{room.wall}/events")
    leader = events(room.leader, f"/apt/{held.meeting_id}/events")
    told = {name: data for name, data, _ in (next(leader), next(leader))}
    assert "count" not in str(told["rounds"]) and told["rounds"]["rounds"][0]["voters"] == 5
    assert {name: data for name, data, _ in (next(wall), next(wall))}["rounds"]["results"] == []
    assert "count" not in str(phones[0].sees())
    assert room.change(asked, state="closed")["options"][0]["count"] == 5
    assert phones[0].sees()["shown"] == []
    room.change(asked, state="shown")
    assert phones[0].sees()["shown"][0]["options"][0] == {"key": "1", "text": "Alltid", "count": 5}
    results = next(data["results"] for name, data, _ in wall if data.get("results"))
    assert [one["count"] for one in results[0]["options"]] == [5, 0, 0]
    held.region.app.extensions["hub"].stop()


def test_fewer_than_five_are_told_to_nobody(held: Held) -> None:
    room = opened(held)
    asked = room.ask()
    for one in room.phones(4):
        one.answer(asked, "2")
    told = room.change(asked, state="shown")
    assert (told["few"], told["voters"], [one["count"] for one in told["options"]]) == (True, 4, [0, 0, 0])
    shown = room.phone().sees()["shown"][0]
    assert (shown["few"], [one["count"] for one in shown["options"]]) == (True, [0, 0, 0])
    by_hand = room.change(asked, paper={"1": 3, "2": 8, "9": 5})
    assert (by_hand["few"], by_hand["total"], [one["count"] for one in by_hand["options"]]) == (
        False,
        11,
        [3, 8, 0],
    )


def test_a_word_is_seen_when_the_leader_lets_it_through(held: Held) -> None:
    room = opened(held)
    asked = room.ask("word", [])
    for phone, word in zip(
        room.phones(6), ("Lyssna", "lyssna ", "mod", "tid", "tid", "Kalle P"), strict=True
    ):
        phone.answer(asked, word)
    assert room.change(asked, state="closed")["words"] == {"kalle p": 1, "lyssna": 2, "mod": 1, "tid": 2}
    room.change(asked, words=["lyssna", "tid", "mod"])
    room.change(asked, state="shown")
    shown = room.phone().sees()["shown"][0]
    assert [(one["text"], one["count"]) for one in shown["options"]] == [
        ("lyssna", 2),
        ("tid", 2),
        ("mod", 1),
    ]
    assert "kalle" not in str(room.phone().sees())


@both
def test_at_the_end_only_counts_are_left(held: Held) -> None:
    room = opened(held)
    asked, few, several = room.ask(), room.ask(), room.ask("choices")
    phones = room.phones(7)
    for phone in phones:
        phone.answer(asked, "1")
        phone.answer(several, "1,2")
    phones[0].answer(few, "3")
    with held.region.database.writing() as session:
        meeting = session.get_one(Meeting, held.meeting_id)
        ballots.sum_up(session, meeting)
        ballots.sum_up(session, meeting)
    with held.region.database.reading() as session:
        left = [session.scalar(select(func.count()).select_from(one)) for one in (Ballot, Joined)]
        rounds = {one.id: one for one in session.query(Round)}
        meeting = session.get_one(Meeting, held.meeting_id)
        ways = (meeting.code, meeting.door, meeting.wall, meeting.salt)
        assert ballots.voters(session, rounds[several]) == 7
    assert (left, ways) == ([0, 0], (None, None, None, None))
    assert [rounds[one].tally for one in (asked, few, several)] == [{"1": 7}, {}, {"1": 7, "2": 7, "*": 7}]
    assert {one.state for one in rounds.values()} == {"closed"}
    assert [phones[0].answer(asked, "2"), phones[0].join().status_code] == [410, 410]
    assert held.region.anonymous().get(f"/rum/{room.door}").status_code == 410


def test_an_hour_holds_so_many_phones(held: Held) -> None:
    """trust 47: the room is full, and those in it go on."""
    object.__setattr__(held.region.app.extensions["settings"], "phones", 3)
    room = opened(held)
    phones = room.phones(3)
    other = Phone(held.region.anonymous(), room.door)
    assert other.join().status_code == 503
    assert phones[0].join().status_code == 200
    asked = room.ask()
    assert (phones[0].answer(asked, "1"), other.answer(asked, "1")) == (200, 412)


def test_a_leader_lets_no_more_phones_in(held: Held) -> None:
    """trust 47: those that are in go on, a phone that comes back is no new one, and what is closed can be opened."""
    room = opened(held)
    phone, other = room.phone(), Phone(held.region.anonymous(), room.door)
    lock = f"/apt/{held.meeting_id}/rounds/lock"
    assert room.leader.post(lock, json={"locked": True}).json == {"locked": True}
    assert (other.join().status_code, phone.join().status_code) == (503, 200)
    asked = room.ask()
    assert (phone.answer(asked, "1"), other.answer(asked, "1")) == (200, 412)
    room.leader.post(lock, json={"locked": False})
    assert other.join().status_code == 200


def test_a_stream_too_many_is_sent_away(held: Held) -> None:
    """trust 48"""
    object.__setattr__(held.region.app.extensions["settings"], "phones", 1)
    room = opened(held)
    first = events(held.region.anonymous(), f"/rum/{room.door}/events?s=a")
    assert next(first)[0] == "room"
    other = held.region.anonymous().get(f"/rum/{room.door}/events?s=b", headers=STREAM)
    assert other.status_code == 503
    first.close()
    held.region.app.extensions["hub"].stop()


def test_a_phone_without_a_stream_asks_and_is_mostly_told_that_it_is_the_same(held: Held) -> None:
    room = opened(held)
    phone = room.phone()
    first = phone.client.get(f"/rum/{room.door}/now")
    again = phone.client.get(f"/rum/{room.door}/now", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    room.ask()
    assert (
        phone.client.get(
            f"/rum/{room.door}/now", headers={"If-None-Match": first.headers["ETag"]}
        ).status_code
        == 200
    )


def test_a_phone_needs_no_cookie_and_gets_none(held: Held) -> None:
    room = opened(held)
    for address in ("/rum", f"/rum/{room.code}", f"/rum/{room.door}"):
        answer = held.region.anonymous().get(address)
        assert answer.status_code in (200, 302)
        assert "Set-Cookie" not in answer.headers
    assert room.phone().client.get(f"/rum/{room.door}").data.decode().count("Svaren sparas utan namn") == 2


def test_another_site_cannot_answer_for_a_phone(held: Held) -> None:
    room = opened(held)
    phone = room.phone()
    asked = room.ask()
    phone.client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert phone.answer(asked, "1") == 403


def test_the_code_gives_no_control(held: Held, as_: As) -> None:
    """trust 46: every address that steers, with what a phone or the wall has, as others, and with a role of one's own."""
    room = opened(held)
    asked = room.ask()
    phone = room.phone()
    steering = [
        ("POST", f"/apt/{held.meeting_id}/open"),
        ("GET", f"/apt/{held.meeting_id}/stage"),
        ("PUT", f"/apt/{held.meeting_id}/stage"),
        ("GET", f"/apt/{held.meeting_id}/events"),
        ("POST", f"/apt/{held.meeting_id}/rounds"),
        ("POST", f"/apt/{held.meeting_id}/rounds/{asked}"),
    ]
    ways = [room.code, room.door, room.wall, phone.token]
    for method, address in steering:
        for way in ways:
            headers = {
                **STREAM,
                "Authorization": f"Bearer {way}",
                "X-CSRF-Token": way,
                "Sec-Fetch-Mode": "cors",
            }
            asked_as = f"{address}?role=leader&code={way}&token={way}"
            answer = phone.client.open(
                asked_as, method=method, headers=headers, json={"token": way, "role": "leader"}
            )
            assert answer.status_code in (401, 403), (method, address)
        for role in ("trainer", "coordinator", "rep2", "manager2", "employee", "admin"):
            assert as_(role).open(address, method=method, headers=STREAM, json={}).status_code == 404
    assert held.meeting().stage is None
    assert tally(held, asked) == {}


def test_the_evaluation_is_answered_by_phone_and_on_paper(held: Held) -> None:
    room = opened(held)
    for _ in range(2):
        assert room.leader.post(f"/apt/{held.meeting_id}/rounds/evaluation", json={}).status_code == 200
    phones = room.phones(6)
    asked = phones[0].sees()["asked"]
    assert [one["kind"] for one in asked] == ["choice", "choice", "choice", "word"]
    for number, phone in enumerate(phones):
        assert [phone.answer(one["id"], "1" if number else "2") for one in asked[:3]] == [200] * 3
        assert phone.answer(asked[3]["id"], "Att fråga först") == 200
    for one in asked:
        room.change(
            one["id"], state="closed", **({"words": ["att fråga först"]} if one["kind"] == "word" else {})
        )
    with held.region.database.writing() as session:
        meeting = session.get_one(Meeting, held.meeting_id)
        type_in(session, meeting, "sv", {"sees": {"3": 2}})
        ballots.sum_up(session, meeting)
    with held.region.database.reading() as session:
        told = results(session, session.get_one(Meeting, held.meeting_id))
    assert [(one.answers, one.rows) for one in told] == [
        (8, (("Ja", 5), ("Delvis", 1), ("Nej", 2), ("Pass", 0))),
        *[(6, (("Ja", 5), ("Delvis", 1), ("Nej", 0), ("Pass", 0)))] * 2,
        (6, (("att fråga först", 6),)),
    ]
