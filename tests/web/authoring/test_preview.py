"""The preview: the part as the text stands in the editor, by the player's own renderer, and nothing of it is kept."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.saving import create
from tests.content.trees import BASE
from tests.hang import answered
from tests.web.authoring.drafted import COURSE, LESSON, drafted, written
from tests.web.region import MONDAY, Region

PREVIEW = f"/write/course/{COURSE}/preview"
SECRET = "Fråga vad barnet faktiskt hörde."
LINK = "url: https://film.exempel.se/film"
FILM = (
    str(BASE["quizzes/filmen.yaml"]).replace("file: media/film.webm", LINK)
    + f"facilitator:\n  listen_for:\n    - {SECRET}\n"
)


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    with region.database.writing() as session:
        group = region.groups["north"]
        files = {
            "filmen.yaml": FILM,
            "media/film.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nEn dörr öppnas.\n",
        }
        create(session, Kind.SET, "filmen", files, group, None, MONDAY, Verb.MADE)
        create(session, Kind.SET, "prov", {"prov.yaml": str(BASE["quizzes/prov.yaml"])}, group, None, MONDAY)
    return region.as_("trainer")


def shown(
    client: FlaskClient, text: str, path: str = LESSON, at: str = "", where: str = PREVIEW
) -> dict[str, Any]:
    answer = client.post(where, json={"path": path, "text": text, "at": at})
    assert answer.status_code == 200, answer.text
    return dict(answer.get_json())


def lesson(body: str) -> str:
    return f"---\nid: ett\n---\n# Barnets rätt\n\n{body}\n"


def test_the_saved_part_is_a_page_for_a_frame(trainer: FlaskClient) -> None:
    answer = trainer.get(f"{PREVIEW}/page?path={LESSON}")
    assert 'data-line="6"' in answer.text
    assert "komma till tals" in answer.text
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "connect-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "form-action 'none'" in answer.headers["Content-Security-Policy"]


def test_what_is_not_saved_is_shown_and_not_kept(region: Region, trainer: FlaskClient) -> None:
    before = written(region, LESSON)
    told = shown(trainer, lesson("Ett **nytt** ord om [Region](law:blag-1) i {region.name}."))
    assert "Ett <strong>nytt</strong> ord" in told["html"]
    assert "Region Norrsjö" in told["html"]
    assert "Artiklarna 1-42" in told["html"]  # a provision that nothing else in the course cites is there too
    assert "Del 1 av 3" in told["html"]
    assert written(region, LESSON) == before


def test_a_broken_course_file_hides_no_lesson(region: Region, trainer: FlaskClient) -> None:
    told = shown(trainer, "title: [", path="course.yaml")
    assert told["html"] == ""
    assert shown(trainer, lesson("Hej."))["html"] != ""


def test_what_a_form_has_not_saved_yet_is_shown_too(region: Region, trainer: FlaskClient) -> None:
    before = written(region, "filmen.yaml", "filmen", Kind.SET)
    edits = [
        {
            "op": "put",
            "at": ["pauses", "#paus", "ask"],
            "value": "Vad känner barnet?",
            "was": "Vad ser barnet?",
        }
    ]
    gone = [{"op": "put", "at": ["pauses", "#finns-inte", "ask"], "value": "Borta"}]
    body = {"path": "filmen.yaml", "jobs": [{"edits": edits}, {"edits": gone}]}
    told = trainer.post("/write/set/filmen/preview", json=body).get_json()
    assert "Vad känner barnet?" in told["html"]
    assert "Borta" not in told["html"]
    assert written(region, "filmen.yaml", "filmen", Kind.SET) == before


def test_a_block_is_at_work_with_its_data(trainer: FlaskClient) -> None:
    told = shown(trainer, lesson("```quiz\nuse: prov\n```"))
    assert "data-quiz" in told["html"]
    assert [quiz["id"] for quiz in told["page"]["quizzes"].values()] == ["prov"]


@pytest.mark.parametrize(
    ("kind", "name", "path"), [("course", COURSE, "course.yaml"), ("set", "filmen", "filmen.yaml")]
)
def test_facts_and_sets_show_the_part_they_make(
    trainer: FlaskClient, kind: str, name: str, path: str
) -> None:
    page = trainer.get(f"/write/{kind}/{name}/preview/page?path={path}").text
    assert ("Barnets rätt" if kind == "course" else "Vad ser barnet?") in page


def test_a_module_is_shown_by_what_opens_it(region: Region, trainer: FlaskClient) -> None:
    facts = written(region, "course.yaml").replace(
        "- id: start\n    title: Start",
        "- id: start\n    title: Start\n    goals:\n      - förklara artikel 12",
    )
    told = shown(trainer, facts, path="course.yaml", at="modules/#start")
    assert "förklara artikel 12" in told["html"]
    assert "data-part" in told["html"]


def test_the_facilitators_words_are_in_no_byte(trainer: FlaskClient) -> None:
    where = "/write/set/filmen/preview"
    assert SECRET not in trainer.get(f"{where}/page?path=filmen.yaml").text
    told = shown(trainer, FILM.replace("Vad ser barnet?", "Vad hör barnet?"), path="filmen.yaml", where=where)
    assert "Vad hör barnet?" in told["html"]
    assert SECRET not in json.dumps(told, ensure_ascii=False)


def test_media_are_those_the_draft_can_name(trainer: FlaskClient) -> None:
    told = shown(trainer, FILM, path="filmen.yaml", where="/write/set/filmen/preview")
    assert "En dörr öppnas." in told["html"]
    own = trainer.get("/write/set/filmen/preview/media/-/media/film.vtt")
    assert (own.status_code, own.mimetype) == (200, "text/vtt")
    behind = trainer.get(f"{PREVIEW}/media/filmen/quizzes/media/film.vtt")
    assert behind.data == own.data
    for foreign in (
        "-/../../etc/passwd",
        "-/course.yaml.png",
        "nagon/media/film.vtt",
        "-/media/finns-inte.png",
    ):
        assert trainer.get(f"{PREVIEW}/media/{foreign}").status_code == 404


def test_other_trainers_see_nothing(region: Region, trainer: FlaskClient) -> None:
    other = region.as_("trainer2")
    assert other.get(f"{PREVIEW}/page?path={LESSON}").status_code == 404
    assert other.post(PREVIEW, json={"path": LESSON, "text": "# A"}).status_code == 404
    assert other.get(f"{PREVIEW}/media/filmen/quizzes/media/film.vtt").status_code == 404
    assert other.get(f"/write/course/{COURSE}/names").status_code == 404


HOSTILE = {
    "brackets": "[" * 100_000,
    "pictures": "![" * 50_000,
    "quotes": "> " * 50_000,
    "headings": "# a\n" * 25_000,
    "one word": "a" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_capped_and_not_waited_for(trainer: FlaskClient, name: str) -> None:
    with answered():
        told = shown(trainer, lesson(HOSTILE[name]))
    assert told["capped"].startswith("Texten är för lång eller")


JUST_BELOW = {
    "brackets": "[" * 400,
    "stars": "*a **b " * 5_700,
    "quotes": "> " * 1_000,
    "headings": "# a\n" * 1_190,
    "backslashes": "\\" * 4_000,
    "entities": "&amp;" * 7_900,
    "nested": "\n".join(" " * 4 * depth + "- a" for depth in range(100)),
}


@pytest.mark.parametrize("name", JUST_BELOW)
def test_what_is_below_the_cap_takes_no_long_time(trainer: FlaskClient, name: str) -> None:
    with answered():
        assert "capped" not in shown(trainer, lesson(JUST_BELOW[name]))


def test_the_words_under_the_editor(trainer: FlaskClient) -> None:
    easy = "Barnet får fråga. Du svarar lugnt. Ta det i barnets takt. " * 12
    told = shown(trainer, lesson(f"{easy}\n\n![](media/finns.png)\n\n[En annan](course.yaml)"))
    assert told["state"][:2] == ["Ungefär 1 minut att läsa.", "Mycket lättläst (LIX 4)."]
    assert told["state"][2].startswith("Saknar: ")
    assert "beskrivning på en bild" in told["state"][2]
    assert "link-nowhere" not in {problem["code"] for problem in told["problems"]}
    english = trainer.post(f"{PREVIEW}?lang=en", json={"path": LESSON, "text": lesson(easy)}).get_json()
    assert english["state"][0] == "About 1 minute to read."


def test_names_to_choose_from(trainer: FlaskClient) -> None:
    told = trainer.get(f"/write/course/{COURSE}/names").get_json()
    assert ["blag-1", "barnrättslagen (2018:1197) 1 §", "Artiklarna 1-42 gäller som svensk lag."] in told[
        "law"
    ]
    assert ["12", "Komma till tals", "Barn får säga vad de tycker."] in told["crc"]
    assert ["name", "Region Norrsjö", ""] in told["region"]
    assert [LESSON, "Barnets rätt", ""] in told["lessons"]
    assert ["filmen", "Filmen", ""] in told["film"]
    assert ["prov", "Prov", ""] in told["quiz"]
    own = trainer.get("/write/set/filmen/names").get_json()
    assert ["media/film.vtt", "captions", ""] in own["media"]


def test_what_the_course_itself_has_is_no_problem_when_a_page_is_saved(trainer: FlaskClient) -> None:
    """Its other lessons, and its own register of law."""
    text = lesson("[Sidan själv](ett.md) och [lagen](law:blag-1).")
    told = trainer.post(
        f"/write/course/{COURSE}/save", json={"base": 1, "path": LESSON, "text": text}
    ).get_json()
    codes = {problem["code"] for problem in told["problems"]}
    assert codes.isdisjoint({"link-nowhere", "unknown-law"})
