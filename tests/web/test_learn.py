"""A course taken here: what the player sends and what it gets. Marks and results are the server's own."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from course_builder.content.course import Course
from course_builder.content.questions import AnyQuestion
from course_builder.learning.models import Answer, Attempt, Completion, Enrolment, Event, Note, PartRead
from course_builder.library.models import Change, KeptCourse
from tests.web.region import Region, both
from tests.web.taught import HERE, Taught, begin, learner, send

pytestmark = both


@pytest.fixture
def tio(taught: Taught) -> Course:
    return taught.course(taught.release(more="attempts: 2\n"))


@pytest.fixture
def client(region: Region, tio: Course) -> FlaskClient:
    client = region.as_("rep")
    begin(client)
    return client


def count(region: Region, model: Any, *where: Any) -> int:
    with region.database.reading() as session:
        return session.execute(select(func.count()).select_from(model).where(*where)).scalar_one()


def named(tio: Course, identifier: str) -> AnyQuestion:
    return next(one for one in tio.questions if one.id == identifier)


def attempt(client: FlaskClient, tio: Course) -> Any:
    return client.post(f"{HERE}attempt", json={"quiz": tio.quizzes[0].key})


def take(client: FlaskClient, tio: Course, right: bool, name: str) -> Any:
    """A whole attempt; -> the last reply."""
    made = attempt(client, tio).get_json()
    for asked in tio.quizzes[0].questions:
        given = "Så här" if asked.kind == "reflect" else asked.sample(right)
        sent = _closed(asked, given)
        reply = send(client, asked, sent, f"{name}-{asked.id}", made["id"])
        assert reply.status_code == 200, reply.text
    return reply


def _closed(asked: AnyQuestion, given: Any) -> Any:
    return asked.closed(given, lambda text: text)


def read_all(client: FlaskClient, tio: Course) -> Any:
    for part in tio.parts:
        if part.part_kind != "quiz":
            reply = client.post(f"{HERE}read", json={"part": part.key})
            assert reply.status_code == 200
    return reply


def test_to_look_is_not_to_begin(region: Region, tio: Course) -> None:
    client = region.as_("rep")
    assert "Starta kursen" in client.get(HERE).text
    assert count(region, Enrolment) == 0
    begin(client)
    begin(client)
    assert count(region, Enrolment) == 1
    assert learner(client)["verdict"] == {"completion": "incomplete", "success": "unknown", "score": None}
    assert client.get("/learn/finns-inte/").status_code == 404
    assert client.post("/learn/finns-inte/start").status_code == 404


def test_a_course_of_the_portal_is_taken_there(region: Region, tio: Course) -> None:
    with region.database.writing() as session:
        kept = session.get_one(KeptCourse, "tio")
        kept.taken, kept.staff_link = "portal", "https://portal.example/tio"
    client = region.as_("rep")
    page = client.get(HERE).text
    assert 'href="https://portal.example/tio"' in page
    assert "Starta kursen" not in page
    assert client.post(f"{HERE}start").status_code == 404
    assert count(region, Enrolment) == 0


def test_nothing_of_hers_is_kept_on_the_way(client: FlaskClient) -> None:
    assert client.get(HERE).headers["Cache-Control"] == "no-store"
    assert (
        client.post(f"{HERE}state", json={"state": "", "based_on": 0}).headers["Cache-Control"] == "no-store"
    )


def test_from_the_first_page_to_done(region: Region, client: FlaskClient, tio: Course) -> None:
    assert read_all(client, tio).get_json()["verdict"]["completion"] == "incomplete"
    last = take(client, tio, True, "first").get_json()
    assert last["verdict"] == {"completion": "completed", "success": "passed", "score": 10_000}
    assert count(region, Completion) == 1
    assert learner(client)["verdict"] == last["verdict"]
    assert learner(client)["quizzes"] == {
        tio.quizzes[0].key: {"earned": 8, "possible": 8, "attempts": 1},
    }


def test_what_a_page_says_of_its_own_worth_is_not_read(
    region: Region, client: FlaskClient, tio: Course
) -> None:
    """Trust 37: score, passed and completed are the server's."""
    lies = {
        "mark": 1,
        "score": 1.0,
        "passed": True,
        "completed": True,
        "points": 99,
        "done": True,
        "person_id": 1,
    }
    asked = named(tio, "ova-choice")
    reply = send(client, asked, asked.sample(False), "k1", **lies).get_json()
    assert reply["mark"] == 0
    state = "1cp;;;;;"
    kept = client.post(f"{HERE}state", json={"state": state, "based_on": 0, **lies})
    assert kept.get_json() == {"revision": 1}
    assert client.post(f"{HERE}read", json={"part": tio.parts[0].key, **lies}).status_code == 200
    assert learner(client)["verdict"]["completion"] == "incomplete"
    assert count(region, Completion) == 0


@pytest.mark.parametrize(
    "sent",
    [None, [], "x", {}, {"question": "abcd"}, {"question": 1, "given": 1, "key": "k"}, {"question": "a", "given": 1, "key": ""},
     {"question": "a", "given": 1, "key": "k" * 81}, {"question": "a", "given": 1, "key": "k", "attempt": "1"}],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(client: FlaskClient, sent: Any) -> None:
    reply = client.post(f"{HERE}answer", json=sent)
    assert reply.status_code == 422
    assert reply.get_json() == {"error": "Servern förstod inte vad sidan skickade. Ladda om sidan."}


def test_the_same_key_fifty_times_is_one_answer(region: Region, client: FlaskClient, tio: Course) -> None:
    """Trust 39: at once from many threads, and the same reply to all."""
    asked = named(tio, "ova-choice")

    def once(number: int) -> tuple[int, Any]:
        mine = region.as_("rep")
        reply = send(mine, asked, asked.sample(True), "the-same")
        return reply.status_code, reply.get_json()

    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(once, range(50)))
    assert [status for status, _ in replies] == [200] * 50
    assert all(reply == replies[0][1] for _, reply in replies)
    assert count(region, Answer) == 1
    assert count(region, Event, Event.kind == "answered") == 1


def test_two_windows_answer_the_same_question(region: Region, client: FlaskClient, tio: Course) -> None:
    """Trust 39: the first holds; the second is shown it and nothing is mixed up."""
    made = attempt(client, tio).get_json()
    asked = named(tio, "quiz-choice")
    first = send(client, asked, asked.sample(False), "one", made["id"]).get_json()
    second = send(client, asked, asked.sample(True), "two", made["id"])
    assert second.status_code == 409
    assert {name: second.get_json()[name] for name in ("given", "mark", "told")} == first
    assert "redan besvarad" in second.get_json()["error"]
    assert count(region, Answer) == 1


def test_two_windows_keep_where_she_is(client: FlaskClient) -> None:
    """Trust 74: the one that has not seen the other's writing is told, and gets it."""
    post = f"{HERE}state"
    assert client.post(post, json={"state": "a", "based_on": 0}).get_json() == {"revision": 1}
    behind = client.post(post, json={"state": "b", "based_on": 0})
    assert (behind.status_code, behind.get_json()) == (409, {"state": "a", "revision": 1})
    assert client.post(post, json={"state": "ab", "based_on": 1}).get_json() == {"revision": 2}
    assert learner(client)["state"] == "ab"
    assert client.post(post, json={"state": "x" * 70_000, "based_on": 2}).status_code == 409


def test_attempts_run_out(region: Region, client: FlaskClient, tio: Course) -> None:
    """Trust 40: an open attempt is gone on with; a third is refused in words."""
    assert attempt(client, tio).get_json()["id"] == attempt(client, tio).get_json()["id"]
    take(client, tio, False, "first")
    take(client, tio, False, "second")
    refused = attempt(client, tio)
    assert refused.status_code == 409
    assert "inga försök kvar" in refused.get_json()["error"]
    assert count(region, Attempt) == 2


def test_an_attempt_goes_on_with_its_answers(client: FlaskClient, tio: Course) -> None:
    made = attempt(client, tio).get_json()
    asked = named(tio, "quiz-match")
    right = _closed(asked, asked.sample(True))
    reply = send(client, asked, right, "k", made["id"]).get_json()
    assert reply["mark"] == 1
    again = learner(client)
    (open_attempt,) = again["attempts"].values()
    assert open_attempt["id"] == made["id"]
    assert [one["key"] for one in open_attempt["questions"]] == [one["key"] for one in made["questions"]]
    assert again["answers"][asked.key] == {"given": right, "mark": 1, "told": reply["told"]}
    assert set(again["answers"]) == {asked.key}


def test_reflections_are_hers_alone(region: Region, client: FlaskClient, tio: Course) -> None:
    words = "Disken är för hög, tänkte jag"
    note = named(tio, "tanken")
    assert client.post(f"{HERE}note", json={"question": note.key, "text": words}).status_code == 200
    assert learner(client)["notes"] == {note.key: words}
    other = region.as_("manager")
    begin(other)
    assert words not in other.get(HERE).text
    asked = named(tio, "ova-reflect")
    send(client, asked, words, "k")
    assert learner(client)["notes"] == {note.key: words, asked.key: words}
    with region.database.reading() as session:
        assert words not in str([(one.data, one.key) for one in session.scalars(select(Event))])
        assert [one.given for one in session.scalars(select(Answer))] == ["true"]
    for key in (note.key, asked.key):
        client.post(f"{HERE}note", json={"question": key, "text": "  ", "was": words})
    assert learner(client)["notes"] == {}
    assert count(region, Note) == 0


def test_a_note_is_written_only_over_what_was_seen(client: FlaskClient, tio: Course) -> None:
    """Trust 59: a window that was left open with an old text takes nothing away."""
    key = named(tio, "tanken").key
    path = f"{HERE}note"
    assert client.post(path, json={"question": key, "text": "ny"}).status_code == 200
    behind = client.post(path, json={"question": key, "text": "gammal", "was": ""})
    assert (behind.status_code, behind.get_json()) == (409, {"text": "ny"})
    assert client.post(path, json={"question": key, "text": "ny", "was": ""}).status_code == 200
    assert client.post(path, json={"question": key, "text": "båda", "was": "ny"}).status_code == 200
    assert learner(client)["notes"] == {key: "båda"}


def test_a_personnummer_is_not_kept(region: Region, client: FlaskClient, tio: Course) -> None:
    text = "Patienten 19121212-1212 var rädd"
    for path, sent in (
        ("note", {"question": named(tio, "tanken").key, "text": text}),
        ("answer", {"question": named(tio, "ova-text").key, "given": text, "key": "k"}),
    ):
        refused = client.post(f"{HERE}{path}", json=sent)
        assert refused.status_code == 409
        assert "personnummer" in refused.get_json()["error"]
    assert (count(region, Note), count(region, Answer)) == (0, 0)


def test_what_is_not_hers_is_not_there(region: Region, client: FlaskClient, tio: Course) -> None:
    """Trust 35: another's attempt, and a course she has not begun, answer as what does not exist."""
    made = attempt(client, tio).get_json()
    asked = named(tio, "quiz-choice")
    other = region.as_("rep2")
    for path, sent in (
        ("answer", {"question": asked.key, "attempt": None, "given": 1, "key": "k"}),
        ("attempt", {"quiz": tio.quizzes[0].key}),
        ("note", {"question": named(tio, "tanken").key, "text": "x"}),
        ("read", {"part": tio.parts[0].key}),
        ("state", {"state": "", "based_on": 0}),
    ):
        assert other.post(f"{HERE}{path}", json=sent).status_code == 404
    begin(other)
    seen = [other.get(f"{HERE}attempt/{one}") for one in (made["id"], 999_999)]
    assert [(one.status_code, one.text) for one in seen] == [(404, seen[0].text)] * 2
    foreign = send(other, asked, asked.sample(True), "k", made["id"])
    missing = send(other, asked, asked.sample(True), "k", 999_999)
    assert (foreign.status_code, foreign.text) == (404, missing.text)
    assert count(region, Answer) == 0


def test_without_a_session_or_a_token_words_and_no_change(
    region: Region, client: FlaskClient, tio: Course
) -> None:
    """Trust 25: JSON from another site, or from a page of an ended session, changes nothing."""
    asked = named(tio, "ova-choice")
    del client.environ_base["HTTP_X_CSRF_TOKEN"]
    stale = send(client, asked, asked.sample(True), "k")
    assert (stale.status_code, list(stale.get_json())) == (403, ["error"])
    nobody = send(region.anonymous(), asked, asked.sample(True), "k")
    assert (nobody.status_code, list(nobody.get_json())) == (401, ["error"])
    assert count(region, Answer) == 0


def test_a_correction_moves_her_and_tells(
    region: Region, taught: Taught, client: FlaskClient, tio: Course
) -> None:
    client.post(f"{HERE}read", json={"part": tio.parts[0].key})
    first = learner(client)["place"]
    made = taught.release(
        Change.CORRECTION,
        "Lagrummet var fel.",
        "attempts: 2\n",
        texten=("Samma rum, samma dag.", "Samma rum."),
    )
    told = client.get(HERE).text
    assert "Det här är rättat sedan du läste" in told
    assert "Lagrummet var fel." in told
    assert "Tre perspektiv" in told
    assert count(region, Enrolment, Enrolment.release_id == made.id) == 0
    assert client.post(f"{HERE}go-on").status_code == 302
    assert learner(client)["place"] == first
    assert (
        count(region, Enrolment, Enrolment.release_id == made.id, Enrolment.told_release_id == made.id) == 1
    )
    assert count(region, PartRead) == 1


def test_a_new_release_is_offered_and_not_forced(
    region: Region, taught: Taught, client: FlaskClient, tio: Course
) -> None:
    made = taught.release(
        Change.WORDING, "Lättare att läsa.", "attempts: 2\n", texten=("Samma rum, samma dag.", "Samma rum.")
    )
    page = client.get(HERE).text
    assert "Det finns en nyare version av kursen." in page
    assert "Samma rum, samma dag." in page
    assert client.post(f"{HERE}move").status_code == 302
    assert "Det här är nytt sedan du läste" in client.get(HERE).text
    client.post(f"{HERE}go-on")
    page = client.get(HERE).text
    assert "Samma rum, samma dag." not in page
    assert "Det finns en nyare version av kursen." not in page
    assert count(region, Enrolment, Enrolment.release_id == made.id) == 1


def test_pictures_come_from_the_release_she_is_on(client: FlaskClient) -> None:
    found = client.get(f"{HERE}media/vantrum.svg", follow_redirects=True)
    assert (found.status_code, found.mimetype) == (200, "image/svg+xml")
    assert client.get(f"{HERE}media/finns-inte.svg", follow_redirects=True).status_code == 404


def test_another_account_gets_another_mark_and_another_key(
    region: Region, client: FlaskClient, tio: Course
) -> None:
    """Trust 50: what waits in a browser has a name and a lock that only the same account is given again."""
    other = region.as_("rep2")
    begin(other)
    mine, hers, again = learner(client), learner(other), learner(region.as_("rep"))
    assert (mine["place"], mine["lock"]) == (again["place"], again["lock"])
    assert mine["lock"] != hers["lock"]
    assert mine["place"].split(":")[:3] != hers["place"].split(":")[:3]
    assert f'data-sign-out="{":".join(mine["place"].split(":")[:3])}"' in client.get(HERE).text
