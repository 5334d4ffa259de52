"""The forms with a page part of their own: what they draw, what they offer, and that leader notes stay with the leader."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from course_builder.library.draft_media.changing import fingerprint_at
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import create
from course_builder.library.uploads.models import MediumFacts
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted
from tests.web.authoring.talks import CANARY, HOUR, STORY, TALK, hour_draft, talk_draft
from tests.web.region import MONDAY, Region

FORM = "/write/set/samtal/form?path=samtal.yaml"


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    talk_draft(region)
    return region.as_("trainer")


def read(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def heard(html: str) -> str:
    return re.findall(r"<p data-say>([^<]+)</p>", html)[0]


def test_the_minutes_of_a_talk_against_a_meeting(trainer: FlaskClient, region: Region) -> None:
    assert heard(read(trainer, FORM)) == "Samtalet tar 31 min: ryms i 45, inte i 30. Ensam: ungefär 7 min."
    change(region, {"samtal.yaml": TALK.replace("minutes: 19", "minutes: 80")}, "samtal", Kind.SET)
    assert heard(read(trainer, FORM)).startswith("Samtalet tar 92 min: ryms inte i 60.")
    change(region, {"samtal.yaml": TALK.replace("minutes: 19", "minutes: 1")}, "samtal", Kind.SET)
    assert heard(read(trainer, FORM)).startswith("Samtalet tar 13 min: ryms i 15.")


def test_the_film_is_played_from_the_draft_with_its_captions(trainer: FlaskClient, region: Region) -> None:
    html = read(trainer, FORM)
    player = re.findall(r"<video data-player=\"film\"[^>]*src=\"([^\"]+)\"", html)
    track = re.findall(r"<track kind=\"captions\" srclang=\"sv\"[^>]*src=\"([^\"]+)\" default>", html)
    assert trainer.get(player[0]).mimetype == "video/webm"
    assert trainer.get(track[0]).mimetype == "text/vtt"
    assert 'href="/write/set/samtal/captions?film=media/kort.webm&in=sv"' in html
    assert 'data-player="described"' in html
    assert region.as_("trainer2").get(player[0]).status_code == 404


def test_a_film_that_was_measured_says_how_long_it_is(trainer: FlaskClient, region: Region) -> None:
    assert "Filmen är" not in read(trainer, FORM)
    with region.database.writing() as session:
        known = draft(session, Kind.SET, "samtal")
        assert known is not None
        sha = fingerprint_at(session, known, "media/kort.webm").sha256
        session.merge(MediumFacts(sha256=sha, kind="film", milliseconds=100_400, made_on=MONDAY))
    html = read(trainer, FORM)
    assert "Filmen är 1:40 lång." in html
    assert '"at": ["film", "length"], "op": "put", "value": "1:40"' in html


def test_a_linked_film_is_stopped_by_time_alone(trainer: FlaskClient, region: Region) -> None:
    linked = re.sub(r"  file: media/kort.webm\n", "  url: https://film.example.se/kort\n", TALK, count=1)
    change(region, {"samtal.yaml": linked}, "samtal", Kind.SET)
    html = read(trainer, FORM)
    assert "<video" not in html
    assert "data-scrub" in html
    assert '<a href="https://film.example.se/kort" target="_blank" rel="noopener noreferrer">' in html


def test_a_film_shown_elsewhere_lends_its_right(trainer: FlaskClient, region: Region) -> None:
    assert "Samma film visas redan" not in read(trainer, FORM)
    other = TALK.replace("  rights:\n    basis: Eget verk\n", "").replace("id: samtal", "id: annat")
    talk_draft(region, "annat", other)
    html = read(trainer, "/write/set/annat/form?path=annat.yaml")
    assert "Samma film visas redan: Eget verk." in html
    assert '"value": {"basis": "Eget verk"}' in html


def test_leader_notes_have_a_panel_and_never_reach_the_preview(trainer: FlaskClient) -> None:
    html = read(trainer, FORM)
    panel = html.index('class="leaderbox"')
    assert panel < html.index(CANARY) < html.index('data-group="film"')
    assert "Det följer aldrig med i deltagarnas paket." in html[panel:]
    for address in ("preview/page?path=samtal.yaml", "preview"):
        ask = trainer.post if address == "preview" else trainer.get
        sent = {"json": {"path": "samtal.yaml", "text": TALK}} if address == "preview" else {}
        answer = ask(f"/write/set/samtal/{address}", **sent)  # type: ignore[operator]
        assert answer.status_code == 200
        assert "Vad vet barnet just nu?" in answer.text
        assert CANARY not in answer.text


def test_an_hour_that_is_too_long_says_what_to_shorten(trainer: FlaskClient, region: Region) -> None:
    hour_draft(region)
    html = read(trainer, "/write/course/timme/form?path=course.yaml")
    assert heard(html) == "63 minuter av 60: 3 för mycket."
    assert "Korta Fyra hörn från 8 till 5" in html
    assert (
        'data-edits="[{"at": ["agenda", "#cccc", "minutes"], "op": "put", "value": 5, "was": "8"}]"' in html
    )
    change(region, {"course.yaml": HOUR.replace("least: 0", "least: 7")}, "timme")
    html = read(trainer, "/write/course/timme/form?path=course.yaml")
    assert "Korta Fyra hörn från 8 till 7. Sedan är det 2 minuter kvar att korta." in html
    change(region, {"course.yaml": HOUR.replace("    shrink: 1\n", "")}, "timme")
    assert "Ingen punkt får kortas av sig själv." in read(
        trainer, "/write/course/timme/form?path=course.yaml"
    )
    change(region, {"course.yaml": HOUR.replace("minutes: 8", "minutes: 5")}, "timme")
    assert (
        heard(read(trainer, "/write/course/timme/form?path=course.yaml"))
        == "60 minuter av 60. Det går jämnt upp."
    )


def test_a_new_item_of_the_agenda(trainer: FlaskClient, region: Region) -> None:
    hour_draft(region)
    made = trainer.get("/write/course/timme/form/new?path=course.yaml&at=agenda&number=4").get_json()
    assert list(made["value"]) == ["id", "title", "minutes"]
    assert "leaderbox" in made["html"]
    item = read(trainer, "/write/course/timme/form?path=course.yaml&at=agenda/%23cccc")
    assert 'data-field="minutes"' in item
    assert "Bara för samtalsledaren" in item


def test_the_map_of_a_story(trainer: FlaskClient, region: Region) -> None:
    change(region, {LESSON: STORY})
    html = read(trainer, f"/write/course/{COURSE}/form?path={LESSON}&block=1")
    scenes = re.findall(r'<a class="([^"]+)" href="([^"]+)" data-scene="[^"]+" aria-label="([^"]+)"', html)
    assert scenes == [
        ("stop", "#f-scenes-saaa-text", "1. Nora har ont i magen. Leder till 2."),
        ("end", "#f-scenes-sbbb-text", "2. Nora får frågan själv. Slutet."),
        ("end alone", "#f-scenes-sccc-text", "3. Ingen frågar. Slutet. Ingen väg leder hit."),
    ]
    for _, href, _ in scenes:
        assert f'id="{href[1:]}"' in html


def test_what_a_set_is_called_on_its_own_page(trainer: FlaskClient, region: Region) -> None:
    quiz = "kind: quiz\nid: prov\ntitle: Ett prov\nattempts: unlimited\nquestions:\n  - id: qaaa\n    kind: truth\n    ask: A\n    right: sant\n"
    with region.database.writing() as session:
        create(
            session, Kind.SET, "prov", {"prov.yaml": quiz}, region.groups["north"], None, MONDAY, Verb.MADE
        )
    assert '<p class="eyebrow">Filmsamtal</p>' in read(trainer, "/write/set/samtal/")
    assert '<p class="eyebrow">Quiz</p>' in read(trainer, "/write/set/prov/")
    html = read(trainer, "/write/set/prov/form?path=prov.yaml")
    field = re.findall(r'<input[^>]* data-field="attempts"[^>]*>', html)[0]
    assert 'value=""' in field
    assert 'data-was=""unlimited""' in field
