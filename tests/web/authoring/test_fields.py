"""Forms in place: what stands in the text, the problems beside their fields, and what a new item begins as."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.saving import create
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, written
from tests.web.region import MONDAY, Region

FORM = f"/write/course/{COURSE}/form"
SET = "/write/set/prov/form"
QUIZ = """\
kind: quiz
id: prov
title: Ett prov
questions:
  - id: hxwr
    kind: choice
    ask: Vilka artiklar gäller?
    options:
      - id: pdaa
        right: Artikel 1-42
        because: Det säger lagen.
      - id: mzke
        wrong: "Alla 54 & fler <b>"
  - id: nbvc
    kind: truth
    ask: Lagen gäller.
    right: kanske
    because: Den gäller.
"""


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    with region.database.writing() as session:
        create(
            session, Kind.SET, "prov", {"prov.yaml": QUIZ}, region.groups["north"], None, MONDAY, Verb.MADE
        )
    return region.as_("trainer")


def read(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text


def values(html: str) -> list[tuple[str, str]]:
    """What stands in the fields with text, by label."""
    labels = dict(re.findall(r'<label(?: class="vh")? for="([^"]+)"[^>]*>([^<]+)', html))
    areas = re.findall(r'<textarea[^>]* id="([^"]+)"[^>]*>([^<]*)</textarea>', html)
    lines = re.findall(r'<input[^>]* id="([^"]+)"[^>]* value="([^"]*)"', html)
    return [
        (unescape(labels[name]).strip(), unescape(value))
        for name, value in (*lines, *areas)
        if name in labels
    ]


def test_a_quiz_shows_every_question_and_option(trainer: FlaskClient) -> None:
    html = read(trainer, f"{SET}?path=prov.yaml")
    shown = values(html)
    assert ("Quizets namn", "Ett prov") in shown
    assert ("Fråga", "Vilka artiklar gäller?") in shown
    assert ("Alternativ 1", "Artikel 1-42") in shown
    assert ("Alternativ 2", "Alla 54 & fler <b>") in shown
    assert ("Varför är det rätt?", "Det säger lagen.") in shown
    assert ("Varför är det inte rätt?", "") in shown
    assert "<b>" not in html


def test_a_problem_stands_with_the_field_it_speaks_of(trainer: FlaskClient) -> None:
    html = read(trainer, f"{SET}?path=prov.yaml")
    before = html.partition("Välj ja eller nej.")[0]
    assert 'data-box="right"' in before[before.rindex("data-box") - 5 :]
    assert "Hindrar publicering" in before[-200:]
    assert "fel" not in re.sub(r"<[^>]+>", " ", html).lower().split()


def test_the_problems_of_an_option_stand_with_its_feedback(region: Region, trainer: FlaskClient) -> None:
    change(region, {"prov.yaml": QUIZ.replace("kanske", "sant")}, "prov", Kind.SET)
    html = read(trainer, f"{SET}?path=prov.yaml")
    told = html.index("Säg varför, så att den som väljer")
    assert html.rindex('data-field="', 0, told) == html.rindex('data-field="because"', 0, told)
    assert "Bör ses över" in html[told - 200 : told]


def test_the_facts_of_a_course_and_of_a_module(trainer: FlaskClient) -> None:
    facts = values(read(trainer, f"{FORM}?path=course.yaml"))
    assert "Kursens namn" in dict(facts)
    html = read(trainer, f"{FORM}?path=course.yaml&at=modules/%23start")
    assert ("Modulens namn", "Start") in values(html)
    assert 'data-list="goals"' in html
    assert 'data-list="lessons"' not in html


def test_in_english(trainer: FlaskClient) -> None:
    assert "Name of the course" in dict(values(read(trainer, f"{FORM}?path=course.yaml&lang=en")))


@pytest.mark.parametrize(
    ("fence", "inner", "label"),
    [
        ("question", "kind: order\nask: A\nitems:\n  - text: B\n  - text: C\n", "Steg"),
        ("reflect", "ask: Vad tänker du?\n", "Fråga att fundera på"),
        ("checklist", "title: T\nitems:\n  - text: B\n", "Rubrik"),
        ("timeline", "title: T\nevents:\n  - when: 1989\n    what: A\n", "Rubrik"),
        ("local", "show: support\n", "Visar"),
        ("download", "title: T\nfile: media/a.pdf\n", "Text på länken"),
        ("case", "title: T\nscenes:\n  - id: saaa\n    text: A\n    choices:\n      - choose: B\n        then: saaa\n", "Berättelsens namn"),
        ("quiz", "use: prov\n", "Quiz"),
        ("film", "use: filmen\n", "Filmsamtal"),
    ],
)  # fmt: skip
def test_every_block_of_a_lesson_has_a_form(
    region: Region, trainer: FlaskClient, fence: str, inner: str, label: str
) -> None:
    change(region, {LESSON: f"---\nid: ett\n---\n# Ett\n\nText.\n\n```{fence}\n{inner}```\n"})
    html = read(trainer, f"{FORM}?path={LESSON}&block=2")
    assert label in re.sub(r"<[^>]+>", "", html)
    assert 'data-block="2"' in html


@pytest.mark.parametrize(
    "kind", ["choice", "choices", "truth", "text", "gaps", "number", "match", "order", "scale", "reflect"]
)
def test_a_new_question_of_every_kind(trainer: FlaskClient, kind: str) -> None:
    answer = trainer.get(f"{SET}/new?path=prov.yaml&at=questions&kind={kind}&number=2")
    assert answer.status_code == 200, answer.text
    value, html = answer.json["value"], answer.json["html"]
    assert value["kind"] == kind
    assert re.fullmatch("[a-z]{4}", value["id"])
    assert f'data-item="#{value["id"]}"' in html
    assert "Fråga 3" in html


def test_a_copy_has_ids_of_its_own(trainer: FlaskClient) -> None:
    value = trainer.get(f"{SET}/new?path=prov.yaml&at=questions&copy=%23hxwr").json["value"]
    assert value["ask"] == "Vilka artiklar gäller?"
    assert [option.get("right") for option in value["options"]] == ["Artikel 1-42", None]
    assert {value["id"], *(option["id"] for option in value["options"])}.isdisjoint(
        {"hxwr", "pdaa", "mzke", "nbvc"}
    )


def test_a_new_text_of_a_list_that_is_not_there_yet(trainer: FlaskClient) -> None:
    answer = trainer.get(f"{FORM}/new?path=course.yaml&at=modules/%23start/goals")
    assert answer.json["value"] is None
    assert "Mål 1" in answer.json["html"]


def test_what_is_not_there_has_no_form(region: Region, trainer: FlaskClient) -> None:
    for query in (
        "path=saknas.yaml",
        f"path={LESSON}",
        "path=course.yaml&at=modules/%23x",
        f"path={LESSON}&block=99",
        "path=course.yaml&at=title",
    ):
        assert trainer.get(f"{FORM}?{query}").status_code == 404, query
    for query in (
        "path=prov.yaml",
        "path=prov.yaml&at=title",
        "path=prov.yaml&at=questions&copy=%23xxxx",
        "path=prov.yaml&at=questions/%23x/options",
    ):
        assert trainer.get(f"{SET}/new?{query}").status_code == 404, query
    change(region, {"prov.yaml": "kind: ["}, "prov", Kind.SET)
    assert trainer.get(f"{SET}?path=prov.yaml").status_code == 404


def test_an_edit_is_saved_and_leaves_the_other_lines(region: Region, trainer: FlaskClient) -> None:
    """trust 9"""
    edits = [
        {
            "op": "put",
            "at": ["questions", "#hxwr", "options", "#mzke", "because"],
            "value": "Nej: se artikel 43.",
            "was": None,
        }
    ]
    answer = trainer.post("/write/set/prov/edit", json={"base": 1, "path": "prov.yaml", "edits": edits})
    assert answer.status_code == 200, answer.text
    after = written(region, "prov.yaml", "prov", Kind.SET)
    assert after == QUIZ.replace('fler <b>"\n', 'fler <b>"\n        because: "Nej: se artikel 43."\n')


def test_other_trainers_drafts_have_no_form(region: Region, trainer: FlaskClient) -> None:
    drafted(region, "south", "annan")
    assert trainer.get("/write/course/annan/form?path=course.yaml").status_code == 404
    assert trainer.get("/write/course/annan/form/new?path=course.yaml&at=modules").status_code == 404
    assert region.as_("rep").get(f"{FORM}?path=course.yaml").status_code in (403, 404)


def test_numbers_that_nobody_writes_lead_nowhere(trainer: FlaskClient) -> None:
    long = "9" * 5000
    assert trainer.get(f"{SET}?path=prov.yaml&at=questions/{long}").status_code == 404
    assert trainer.get(f"{SET}?path=prov.yaml&block={long}").status_code == 404
    edits = [{"op": "put", "at": ["questions", long, "ask"], "value": "x"}]
    assert (
        trainer.post(
            "/write/set/prov/edit", json={"base": 1, "path": "prov.yaml", "edits": edits}
        ).status_code
        == 409
    )


def test_a_text_that_cannot_be_read_is_for_the_text_editor(region: Region, trainer: FlaskClient) -> None:
    """Its lines could be guessed, but no edit of them could be kept."""
    change(region, {"prov.yaml": QUIZ.replace("ask: Lagen gäller.", "ask: Lagen: gäller.")}, "prov", Kind.SET)
    assert trainer.get(f"{SET}?path=prov.yaml").status_code == 404
