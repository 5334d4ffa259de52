"""The hour in other lengths, as its writer sees it: drawn, shortened at one press, begun from the agenda."""

from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.web.authoring.drafted import change, drafted
from tests.web.authoring.talks import CANARY, HOUR, TALK, hour_draft, talk_draft
from tests.web.region import Region

LENGTHS = HOUR.replace("agenda:\n", "agenda:\n  - id: film\n    title: Film\n    minutes: 31\n    film: samtal\n").replace("minutes: 60", "minutes: 94") + """\
variants:
  - minutes: 30
    agenda:
      - same: aaaa
        minutes: 20
      - same: cccc
        minutes: 12
        title: Tre hörn
      - id: eeee
        title: Sedan sist
        minutes: 3
        says: Vad blev det?
        follow_up: ja
  - minutes: 15
    agenda:
      - same: film
        minutes: 15
        questions:
          - same: aaaa
"""  # fmt: skip
FORM = "/write/course/timme/form?path=course.yaml"


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    talk_draft(region)
    hour_draft(region, LENGTHS)
    return region.as_("trainer")


def shown(client: FlaskClient, address: str = FORM) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def test_each_length_is_drawn_and_shortened_by_its_own_rules(trainer: FlaskClient) -> None:
    html = shown(trainer)
    assert "35 minuter av 30: 5 för mycket." in html
    assert "Korta Tre hörn från 12 till 7" in html
    assert '[{"at": ["variants", 0, "agenda", 1, "minutes"], "op": "put", "value": 7, "was": "12"}]' in html
    assert "15 minuter av 15. Det går jämnt upp." in html
    assert "Samma som Fyra hörn, där 8 min" in html


def test_what_is_asked_of_an_item_that_is_the_same_and_of_one_of_its_own(trainer: FlaskClient) -> None:
    html = shown(trainer)
    own = html[html.index('data-item="#eeee"') : html.index('id="f-variants-1-minutes"')]
    assert 'data-field="says"' in own and 'data-field="follow_up"' in own
    assert 'data-list="questions"' not in own
    film = html[html.index('id="f-variants-1-minutes"') :]
    assert 'data-list="questions"' in film and 'data-field="says"' not in film
    assert 'data-field="film"' not in film
    assert '<option value="aaaa" selected>' in film  # a question by its words, not by its id


def test_a_new_length_begins_as_the_whole_agenda(trainer: FlaskClient) -> None:
    made = trainer.get(f"{FORM.replace('form?', 'form/new?')}&at=variants&number=2").get_json()["value"]
    assert made["minutes"] == 45
    assert [(item["same"], item["minutes"]) for item in made["agenda"]] == [
        ("film", 31), ("aaaa", 40), ("bbbb", 15), ("cccc", 8),
    ]  # fmt: skip


def test_a_new_item_is_taken_from_the_agenda_or_is_its_own(trainer: FlaskClient) -> None:
    new = f"{FORM.replace('form?', 'form/new?')}&at=variants/0/agenda&number=3"
    same = trainer.get(f"{new}&kind=same:bbbb").get_json()
    assert same["value"] == {"same": "bbbb", "minutes": 15}
    assert "Samma som Hos oss, där 15 min" in unescape(same["html"])
    own = trainer.get(new).get_json()["value"]
    assert (len(own["id"]), own["title"], own["minutes"]) == (4, None, 5)


def test_a_problem_stands_beside_its_field_in_words_of_the_page(trainer: FlaskClient, region: Region) -> None:
    change(region, {"course.yaml": LENGTHS.replace("        title: Sedan sist\n", "")}, "timme")
    html = shown(trainer)
    beside = html[html.index('id="f-variants-0-agenda-eeee-title-told"') :]
    assert "Skriv vad punkten heter." in beside[: beside.index("</ul>")]


def test_leader_notes_of_a_length_are_not_in_the_preview(trainer: FlaskClient, region: Region) -> None:
    text = LENGTHS.replace(
        "        says: Vad blev det?\n",
        f"        facilitator:\n          support:\n            - {CANARY} i en längd\n",
    )
    change(region, {"course.yaml": text}, "timme")
    assert f"{CANARY} i en längd" in shown(trainer)
    for path, words in (("course.yaml", text), ("samtal.yaml", TALK)):
        answer = trainer.post("/write/course/timme/preview", json={"path": path, "text": words})
        assert answer.status_code == 200
        assert CANARY not in answer.text
