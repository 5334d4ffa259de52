"""Review in the browser: comments in the margin and by a link; the link shows one draft and reaches nothing else."""

import re

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import create
from course_builder.library.review import comments
from course_builder.people import throttle
from course_builder.people.models import Person
from tests.web.region import HIDDEN, Region, both

HERE = "/write/course/liten/review"
COMMENTS = "/write/course/liten/comments"
CANARY = "KANARIEFÅGEL i stödet till den som leder samtalet"
FILM = """\
id: samtal
title: Samtal
kind: meeting
minutes: 10
audience:
  - chef
agenda:
  - id: prat
    title: Prata
    minutes: 10
    text: prata.md
    facilitator:
      facts:
        - {canary}
"""


def make_link(region: Region, client: FlaskClient, name: str = "liten", **fields: str) -> str:
    answer = client.post(
        f"/write/course/{name}/review/link", data={"for_whom": "Gun Gäst", "days": "14", **fields}
    )
    found = re.search(r"(/review/[\w-]{43}/)", answer.text)
    assert found, answer.text
    return found[1]


def told(region: Region, name: str = "liten") -> list[tuple[str, str, str, float | None, list[str], bool]]:
    with region.database.reading() as session:
        found = draft(session, Kind.COURSE, name)
        assert found is not None
        return [
            (one.comment.name, one.comment.text, one.comment.quote, one.comment.second, [reply.text for reply in one.replies], one.resolved)
            for one in comments.threads(session, found)
        ]  # fmt: skip


def say(client: FlaskClient, address: str = COMMENTS, **fields: str) -> int:
    return client.post(address, data={"spot": "start.md#tank", "text": "Otydligt.", **fields}).status_code


@both
def test_a_comment_from_first_word_to_resolved(region: Region) -> None:
    trainer, coordinator = region.as_("trainer"), region.as_("coordinator")
    assert say(trainer) == 302
    found = re.search(r"/write/comments/(\d+)/reply", coordinator.get(HERE).text)
    assert found
    address = f"/write/comments/{found[1]}"
    assert coordinator.post(f"{address}/reply", data={"text": "Bättre nu?"}).status_code == 302
    assert trainer.post(f"{address}/resolve").status_code == 302
    assert told(region) == [
        ("Tove Utbildare", "Otydligt.", "När lyssnade du senast?", None, ["Bättre nu?"], True)
    ]
    assert "Löst" in trainer.get("/write/review").text
    assert "inte löst" not in trainer.get("/courses/liten/release").text
    trainer.post(f"{address}/reopen")
    assert "En kommentar är inte löst." in trainer.get("/courses/liten/release").text
    assert told(region)[0][-1] is False
    page = coordinator.get("/write/review").text
    assert "Kommentarer som inte är lösta" in page
    assert f'href="{HERE}"' in page


def test_a_script_gets_the_list_of_its_file_alone(region: Region) -> None:
    trainer = region.as_("trainer")
    say(trainer)
    trainer.post(COMMENTS, data={"path": "course.yaml", "text": "Om hela kursen"})
    listed = trainer.get(f"{COMMENTS}?path=start.md").text
    assert ("Otydligt." in listed, "Om hela kursen" in listed, "<html" in listed) == (True, False, False)
    sent = trainer.post(COMMENTS, data={"path": "start.md", "block": "tank", "quote": "Frågan", "text": "Nytt"}, headers={"X-Part": "file"})  # fmt: skip
    assert sent.status_code == 200
    assert ("Nytt" in sent.text, "<html" in sent.text) == (True, False)


@pytest.mark.parametrize("text", ["   ", "Ring 19121212-1212.", "x" * 4001])
def test_what_is_not_taken_says_why(region: Region, text: str) -> None:
    trainer = region.as_("trainer")
    answer = trainer.post(COMMENTS, data={"spot": "start.md#tank", "text": text})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert say(trainer, spot="start.md#finns-inte") == 422
    assert told(region) == []


def test_what_is_said_of_a_set_in_a_course_is_seen_beside_the_set(region: Region) -> None:
    """And not by somebody who may not see the course."""
    with region.database.writing() as session:
        create(
            session,
            Kind.SET,
            "samtal",
            {"samtal.yaml": "kind: quiz\nid: samtal\n"},
            None,
            None,
            region.time(),
        )
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        comments.write(session, course, comments.Anchor("quizzes/samtal.yaml"), "Sagt i kursen", comments.Author("A"), region.time())  # fmt: skip
        course.group_id = region.groups["north"]
    address = "/write/set/samtal/comments"
    assert "Sagt i kursen" in region.as_("trainer").get(address).text
    other = region.as_("trainer2")
    assert "Sagt i kursen" not in other.get(address).text
    assert other.post(address, data={"path": "samtal.yaml", "text": "Om quizet"}).location == "/write/review"
    assert "Om quizet" in other.get(f"{address}?path=samtal.yaml").text


def test_only_a_film_has_seconds(region: Region) -> None:
    trainer = region.as_("trainer")
    assert say(trainer, second="41") == 302
    assert told(region)[0][3] is None
    assert say(trainer, second="x") == 422


def test_comments_of_other_trainers_are_not_there(region: Region) -> None:
    """Trust 35."""
    trainer, other = region.as_("trainer"), region.as_("trainer2")
    say(trainer)
    with region.database.writing() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        course.group_id = region.groups["north"]
        comment_id = comments.threads(session, course)[0].comment.id
    assert other.get(HERE).status_code == 404
    assert other.get(COMMENTS).status_code == 404
    assert say(other) == 404
    for what in ("reply", "resolve", "reopen"):
        assert other.post(f"/write/comments/{comment_id}/{what}", data={"text": "x"}).status_code == 404
    assert other.post(f"{HERE}/link", data={"for_whom": "x", "days": "7"}).status_code == 404
    assert "En liten kurs" not in other.get("/write/review").text
    assert trainer.post(f"/write/comments/{comment_id + 1}/resolve").status_code == 404


@both
def test_a_visitor_reads_and_comments_under_the_name_she_types(region: Region) -> None:
    trainer = region.as_("trainer")
    say(trainer, text="Mellan kollegor")
    link, guest = make_link(region, trainer), region.anonymous()
    page = guest.get(link)
    assert page.status_code == 200
    assert "Mellan kollegor" not in page.text
    player = guest.get(f"{link}course/index.html")
    assert ("När lyssnade du senast?" in player.text, "Utkast" in player.text) == (True, True)
    token = re.search(r'name="csrf_token" value="([\w-]+)"', page.text)
    assert token
    sent = {"spot": "start.md#tank", "text": "Så bra!", "name": "Gun Gäst", "csrf_token": token[1]}
    assert guest.post(f"{link}comments", data={**sent, "name": " "}).status_code == 422
    assert guest.post(f"{link}comments", data={**sent, "csrf_token": "x"}).status_code == 403
    assert guest.post(f"{link}comments", data=sent).status_code == 302
    assert told(region)[-1] == ("Gun Gäst", "Så bra!", "När lyssnade du senast?", None, [], False)
    assert "Så bra!" in guest.get(link).text
    assert "Så bra!" not in guest.get(make_link(region, trainer)).text
    assert "via länk" in trainer.get(HERE).text


def test_a_protected_name_is_in_no_comment(region: Region) -> None:
    trainer = region.as_("trainer")
    with region.database.writing() as session:
        person = session.get_one(Person, region.people["trainer"])
        person.protected, person.guardian_id = True, region.people["admin"]
    say(trainer)
    assert told(region)[0][0] == ""
    page = region.as_("coordinator").get(HERE).text
    assert ("En kollega" in page, "Tove" in page) == (True, False)


def test_it_is_in_no_search_engine_and_no_cache(region: Region) -> None:
    link, guest = make_link(region, region.as_("trainer")), region.anonymous()
    for address in (link, f"{link}course/index.html", "/review/" + "x" * 43 + "/"):
        answer = guest.get(address)
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_link_ends_with_its_day_and_at_once_when_it_is_taken_back(region: Region) -> None:
    trainer, guest = region.as_("trainer"), region.anonymous()
    old, back = make_link(region, trainer, days="7"), make_link(region, trainer, days="30")
    region.time.pass_(days=6)
    for _ in range(3):
        assert guest.get(old).status_code == 200
    region.time.pass_(days=1)
    trainer = region.as_("trainer")
    found = re.search(r"/review/link/(\d+)/revoke", trainer.get(HERE).text)
    assert found
    assert trainer.post(f"{HERE}/link/{found[1]}/revoke").status_code == 302
    for link in (old, back):
        for address in (link, f"{link}course/index.html", f"{link}leader"):
            answer = guest.get(address)
            assert answer.status_code == 410
            assert "En liten kurs" not in answer.text
        assert guest.post(f"{link}comments", data={}).status_code == 403


def test_a_link_reaches_nothing_else(region: Region) -> None:
    """A visitor has no session, no other draft, no file outside the package, no other page."""
    trainer, guest = region.as_("trainer"), region.anonymous()
    with region.database.writing() as session:
        create(
            session,
            Kind.COURSE,
            "annan",
            {"course.yaml": "id: annan\ntitle: Annan\n"},
            None,
            None,
            region.time(),
        )
    link = make_link(region, trainer)
    guest.get(link)
    for path in (
        "course.yaml",
        "start.md",
        "../annan/index.html",
        "%2e%2e/annan",
        "media/../../x",
        "imsmanifest.xml",
    ):
        assert guest.get(f"{link}course/{path}").status_code == 404
    for address in (
        "/courses/liten/player/index.html",
        HERE,
        COMMENTS,
        "/write/review",
        "/courses/liten/download",
    ):
        assert guest.get(address).status_code in (302, 401)
    assert guest.post(COMMENTS, data={"path": "start.md", "text": "x"}).status_code == 401


@pytest.mark.parametrize("allowed", [False, True])
def test_leader_notes_only_where_the_maker_says_so(region: Region, allowed: bool) -> None:
    """Trust: the canary stands in the leader notes, and in no byte of a link without them."""
    with region.database.writing() as session:
        files = {
            "course.yaml": FILM.format(canary=CANARY),
            "prata.md": "---\nid: prata\n---\n# Prata\n\nNi pratar.\n",
        }
        create(session, Kind.COURSE, "samtal", files, None, None, region.time())
    link = make_link(region, region.as_("trainer"), "samtal", **({"facilitator": "1"} if allowed else {}))
    guest = region.anonymous()
    pages = [guest.get(link).text, guest.get(f"{link}course/index.html").text]
    assert "Ni pratar." in pages[1]
    assert not [page for page in pages if "KANARIEFÅGEL" in page]
    leader = guest.get(f"{link}leader")
    assert (leader.status_code, CANARY in leader.text) == ((200, True) if allowed else (404, False))


def test_who_guesses_addresses_has_to_wait_and_a_right_one_still_opens(region: Region) -> None:
    link, guest = make_link(region, region.as_("trainer")), region.anonymous()
    free = throttle.LIMITS[throttle.BOTH].free
    answers = [guest.get(f"/review/{number:043}/").status_code for number in range(free + 1)]
    assert answers == [410] * free + [429]
    assert guest.get(link).status_code == 200
    region.time.pass_(hours=2)
    assert guest.get("/review/" + "y" * 43 + "/").status_code == 410


def test_a_course_that_cannot_be_read_is_not_shown_and_not_approved(region: Region) -> None:
    trainer = region.as_("trainer")
    link = make_link(region, trainer)
    region.edit("liten", "course.yaml", "title: En liten kurs", "title: [")
    guest = region.anonymous()
    assert "Kursen skrivs om just nu" in guest.get(link).text
    assert guest.get(f"{link}course/index.html").status_code == 404
    assert trainer.get(HERE).status_code == 200
    assert trainer.post(f"{HERE}/approve", data={"seen": "0" * 64}).status_code == 409


def test_who_is_asked_finds_it_on_her_page(region: Region) -> None:
    trainer, coordinator = region.as_("trainer"), region.as_("coordinator")
    assert trainer.post(f"{HERE}/ask", data={"person": str(region.people["coordinator"])}).status_code == 302
    assert "Tove Utbildare frågade" in coordinator.get("/write/review").text
    assert trainer.post(f"{HERE}/ask", data={"person": str(region.people["employee"])}).status_code == 422
    assert HIDDEN not in trainer.get(HERE).text
