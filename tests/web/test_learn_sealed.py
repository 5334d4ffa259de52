"""What is right reaches no browser before there is an answer (trust 36)."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.content.course import Course
from course_builder.content.questions import AnyQuestion
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from course_builder.player.sealed import SealedCourse
from tests.browser.ten_kinds import KINDS, course
from tests.web.planted import OWNERS, canaries, planted, sources, turned
from tests.web.region import Region
from tests.web.taught import HERE, Taught, begin, send

EVERY = {one for owner in OWNERS for kind in KINDS for one in canaries(owner, kind)}


@pytest.fixture
def secret(taught: Taught) -> Course:
    """The course with canaries, released."""
    return taught.course(taught.release(sources=planted()))


@pytest.fixture
def client(region: Region, secret: Course) -> FlaskClient:
    client = region.as_("rep")
    begin(client)
    return client


def leaked(text: str) -> set[str]:
    return {one for one in EVERY if one in text}


def question(secret: Course, owner: str, kind: str) -> AnyQuestion:
    return next(one for one in secret.questions if one.id == f"{owner}-{kind}")


def wrong(asked: AnyQuestion) -> Any:
    return "Mina egna ord" if asked.kind == "reflect" else asked.sample(right=False)


def test_no_byte_tells_before_and_the_reply_does_after(client: FlaskClient, secret: Course) -> None:
    """Trust 36: page, scripts and replies; the canaries of a question come with the answer to it and not before."""
    page = client.get(HERE)
    scripts = [client.get(path).text for path in re.findall(r'src="(/static/[^"]+)"', page.text)]
    made = client.post(f"{HERE}attempt", json={"quiz": secret.quizzes[0].key})
    for text in (page.text, made.text, str(page.headers), str(made.headers), *scripts):
        assert leaked(text) == set()
    told: set[str] = set()
    for owner, attempt_id in (("ova", None), ("prov", made.get_json()["id"])):
        for kind in KINDS:
            asked = question(secret, owner, kind)
            answer = send(client, asked, wrong(asked), f"{owner}-{kind}", attempt_id)
            assert leaked(answer.text) == canaries(owner, kind), answer.text
            told |= canaries(owner, kind)
            assert leaked(_all_she_gets(client, made.get_json()["id"])) == told
    assert told == EVERY


def _all_she_gets(client: FlaskClient, attempt_id: int) -> str:
    """The page, and the attempt to be read again."""
    return client.get(HERE).text + client.get(f"{HERE}attempt/{attempt_id}").text


def test_the_next_attempt_and_the_next_person_are_told_nothing(
    region: Region, client: FlaskClient, secret: Course
) -> None:
    """Trust 36: what one has been told, another has not, nor she herself by what her next attempt sends."""
    quiz = secret.quizzes[0]
    first = client.post(f"{HERE}attempt", json={"quiz": quiz.key}).get_json()
    for asked in quiz.questions:
        assert send(client, asked, wrong(asked), f"first-{asked.id}", first["id"]).status_code == 200
    again = client.post(f"{HERE}attempt", json={"quiz": quiz.key})
    assert again.get_json()["number"] == 2
    assert leaked(again.text) == set()
    assert leaked(client.get(HERE).text) == set()
    other = region.as_("rep2")
    begin(other)
    assert leaked(other.get(HERE).text) == set()


def sealed(bodies: dict[str, str]) -> SealedCourse:
    return SealedCourse(course(sources({owner: bodies for owner in OWNERS})), FolderTree(BUILT))


def test_the_page_is_the_same_whatever_is_right() -> None:
    """Trust 36: order, values, sizes and names of the controls are the same for another right answer."""
    one, other = sealed(dict(KINDS)), sealed({kind: turned(kind) for kind in KINDS})
    assert one.parts == other.parts
    assert without_digests(one.data) == without_digests(other.data)
    for quiz, twin in zip(one.course.quizzes, other.course.quizzes, strict=True):
        twins = {asked.key: asked for asked in twin.questions}
        for asked in quiz.questions:
            same = twins[asked.key]
            assert asked.data() != same.data() or asked.kind in ("scale", "reflect")
            assert one.unanswered(asked) == other.unanswered(same)
            assert one.asked(asked, quiz.key, arranged=False) == other.asked(same, quiz.key, arranged=False)


def without_digests(data: str) -> str:
    return re.sub(r'"(digest|release)":"[^"]*"', "", data)


def test_an_order_of_options_is_nobodys_habit() -> None:
    """Trust 36: authors put the right option in the middle, ids come in rows; neither shows in the place it gets."""
    options = "".join(
        f"  - {{id: o{sign}, {'right' if sign == 'b' else 'wrong'}: Svar {sign}}}\n" for sign in "abcd"
    )
    body = f"ask: Vilket?\noptions:\n{options}because: Så är det.\n"
    asked = "".join(f"```question\nid: fraga-{n}\nkind: choice\n{body}```\n\n" for n in range(200))
    text = f"---\nid: prova\n---\n# Pröva\n\n{asked}"
    made = course({**sources({owner: dict(KINDS) for owner in OWNERS}), "pröva.md": text})
    page = SealedCourse(made, FolderTree(BUILT)).parts
    places = [0, 0, 0, 0]
    for form in re.findall(r'<form class="q".*?</form>', page, re.DOTALL):
        shown = re.findall(r"<span>Svar (\w)</span>", form)
        places[shown.index("b")] += 1
    assert sum(places) == 200
    assert all(30 <= count <= 70 for count in places), places
