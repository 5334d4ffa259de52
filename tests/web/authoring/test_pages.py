"""Making, copying, taking in, putting away and going back, as pages."""

import io
import re
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.starters import starters
from course_builder.library.models import KeptCourse
from tests.content.trees import BASE
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, held, written
from tests.web.region import Region, both

AT = f"/write/course/{COURSE}"
OUTSIDE = {
    path: str(data).replace("id: liten", "id: intagen") for path, data in BASE.items() if "/" not in path
}
"""A course as a person has it in a folder."""


def made(client: FlaskClient, title: str, starter: str = "empty", **more: str) -> str:
    answer = client.post("/write/new", data={"title": title, "starter": starter, **more})
    assert answer.status_code == 302
    return str(answer.location)


def of(region: Region, name: str, kind: Kind = Kind.COURSE) -> Draft | None:
    with region.database.reading() as session:
        return draft(session, kind, name)


@pytest.mark.parametrize("starter", [*(one.name for one in starters()), "empty"])
def test_every_starter_makes_a_course_that_nothing_stops(region: Region, starter: str) -> None:
    trainer = region.as_("trainer")
    assert made(trainer, "Barn i väntrummet", starter) == "/write/course/barn-i-vantrummet/"
    assert trainer.get("/write/course/barn-i-vantrummet/").status_code == 200
    told = trainer.get("/write/course/barn-i-vantrummet/problems").json["problems"]
    assert [one for one in told if one["severity"] == "error"] == []
    assert "title: \"Barn i väntrummet\"" in written(region, "course.yaml", "barn-i-vantrummet") or "title: Barn i väntrummet" in written(region, "course.yaml", "barn-i-vantrummet")  # fmt: skip


def test_names_never_collide(region: Region) -> None:
    trainer = region.as_("trainer")
    assert [made(trainer, "Kurs ett") for _ in range(3)] == [
        f"/write/course/kurs-ett{end}/" for end in ("", "-2", "-3")
    ]


def test_a_course_belongs_to_the_group_that_was_chosen(region: Region) -> None:
    trainer, north = region.as_("trainer"), region.groups["north"]
    made(trainer, "Vår", owner=str(north))
    made(trainer, "Allas", owner="")
    made(trainer, "Inte deras", owner=str(region.groups["south"]))
    assert [of(region, name).group_id for name in ("var", "allas", "inte-deras")] == [
        north,
        None,
        None,
    ]
    assert region.as_("trainer2").get("/write/course/var/").status_code == 404
    assert region.as_("trainer2").get("/write/course/allas/").status_code == 200


def test_a_course_without_a_name_is_not_made(region: Region) -> None:
    answer = region.as_("trainer").post("/write/new", data={"title": " ", "starter": "empty"})
    assert answer.status_code == 422
    assert "Skriv vad kursen ska heta" in answer.text


def test_instructions_go_when_somebody_has_written(region: Region) -> None:
    trainer = region.as_("trainer")
    made(trainer, "Min", "sjalvstudier")
    page = "/write/course/min/forsta-motet.md"
    assert "data-hint" in trainer.get(page).text
    trainer.post("/write/course/min/save", json={"base": 1, "path": "forsta-motet.md", "text": "---\nid: forsta-motet\n---\n# Vårt\n"})  # fmt: skip
    assert "data-hint" not in trainer.get(page).text


def test_five_steps_tick_themselves(region: Region) -> None:
    trainer = region.as_("trainer")
    made(trainer, "Min", "sjalvstudier")
    assert ticked(trainer) == [False, False, False, True, False]
    trainer.post("/write/course/min/edit", json={"base": 1, "path": "course.yaml", "edits": [{"op": "put", "at": ["summary"], "value": "Vår."}]})  # fmt: skip
    trainer.post("/write/course/min/save", json={"base": 1, "path": "forsta-motet.md", "text": "---\nid: forsta-motet\n---\n# Vårt\n"})  # fmt: skip
    trainer.post("/write/course/min/outline", json={"op": "add", "kind": "film", "title": "Film"})
    assert ticked(trainer) == [True, True, True, True, False]
    assert "data-guide" not in region.as_("coordinator").get("/write/course/min/").text


def ticked(client: FlaskClient) -> list[bool]:
    return [
        bool(mark) for mark in re.findall(r'<li class="step( done)?"', client.get("/write/course/min/").text)
    ]


@both
def test_a_zip_taken_in_again_gives_the_same_bytes(region: Region) -> None:
    drafted(region, group=None)
    change(region, OUTSIDE)
    trainer = region.as_("trainer")
    packed = trainer.get(f"{AT}/zip").data
    with ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == {
            f"{COURSE}/{path}": data for path, data in OUTSIDE.items()
        }
    where = brought(trainer, packed)
    assert "Ny här." in trainer.get(where).text  # its id is another than the draft's name
    assert region.as_("coordinator").get(where).status_code == 404  # it is hers
    before = held(region)
    assert trainer.post(where, data={"take": "course:intagen", "owner": ""}).status_code == 302
    assert held(region, "intagen") == before
    assert trainer.get(where).status_code == 404


def test_a_newer_folder_is_shown_as_a_difference_and_becomes_a_version(region: Region) -> None:
    drafted(region, group=None, name="intagen")
    trainer = region.as_("trainer")
    packed = zipped(OUTSIDE | {LESSON: "---\nid: ett\n---\n# Barnets rätt\n\nNy text.\n"})  # fmt: skip
    where = brought(trainer, packed)
    page = trainer.get(where).text
    assert "Finns redan." in page
    assert "<ins>" in page
    assert trainer.post(where, data={"take": "course:intagen", "seen:course:intagen": "1"}).status_code == 302
    assert "Ny text." in written(region, LESSON, "intagen")
    assert "tog in en mapp" in trainer.get("/write/course/intagen/history").text


def test_what_was_changed_after_the_preview_is_not_written_over(region: Region) -> None:
    drafted(region, group=None, name="intagen")
    trainer = region.as_("trainer")
    where = brought(trainer, zipped({"course.yaml": OUTSIDE["course.yaml"], LESSON: "# Annat\n"}))
    change(region, {LESSON: "# Nyare\n"}, "intagen")
    answer = trainer.post(
        where, data={"take": "course:intagen", "seen:course:intagen": "1"}, follow_redirects=True
    )
    assert "har ändrats sedan du såg skillnaden" in answer.text
    assert written(region, LESSON, "intagen") == "# Nyare\n"


def test_another_groups_course_is_not_taken_over(region: Region) -> None:
    drafted(region, group="south", name="intagen")
    trainer = region.as_("trainer")
    where = brought(trainer, zipped({"course.yaml": OUTSIDE["course.yaml"], LESSON: "# Annat\n"}))
    page = trainer.get(where).text
    assert "Namnet är upptaget" in page
    assert "Barnets rätt" not in page
    trainer.post(where, data={"take": "course:intagen", "seen:course:intagen": "1"})
    assert written(region, LESSON, "intagen") == BASE[LESSON]


@pytest.mark.parametrize(("data", "said"), [(b"ingen zip", "ingen zip-fil"), (None, "Välj en zip-fil")])
def test_what_is_no_zip_is_told(region: Region, data: bytes | None, said: str) -> None:
    files = {"zip": (io.BytesIO(data), "x.zip")} if data else {}
    answer = region.as_("trainer").post("/write/take-in", data=files)
    assert (answer.status_code, said in answer.text) == (422, True)


def test_a_folder_is_taken_in_as_a_zip_is(region: Region) -> None:
    files = [(io.BytesIO(data.encode()), f"intagen/{path}") for path, data in OUTSIDE.items()]
    trainer = region.as_("trainer")
    answer = trainer.post("/write/take-in", data={"folder": files})
    assert "Ny här." in trainer.get(answer.location).text


def test_thrown_away_and_taken_back(region: Region) -> None:
    trainer = region.as_("trainer")
    made(trainer, "Bort")
    page = trainer.post("/write/course/bort/put-away", follow_redirects=True).text
    assert "ligger i papperskorgen i 60 dagar" in page
    assert "/write/course/bort/restore" in page
    assert trainer.get("/write/course/bort/").status_code == 404
    assert "Bort" in trainer.get("/write/bin").text
    assert "Bort" not in region.as_("trainer").get("/courses/").text
    trainer.post("/write/course/bort/restore")
    assert trainer.get("/write/course/bort/").status_code == 200


def test_what_was_published_is_archived(region: Region) -> None:
    trainer = region.as_("trainer")
    made(trainer, "Ute")
    with region.database.writing() as session:
        session.add(KeptCourse(id="ute"))
    assert "arkiverades" in trainer.post("/write/course/ute/put-away", follow_redirects=True).text
    found = of(region, "ute")
    assert found is not None and found.archived_on is not None and found.trashed_on is None


def test_the_bin_shows_nobody_elses(region: Region) -> None:
    trainer = region.as_("trainer")
    made(trainer, "Hemlig", owner=str(region.groups["north"]))
    trainer.post("/write/course/hemlig/put-away")
    other = region.as_("trainer2")
    assert "Hemlig" not in other.get("/write/bin").text
    assert other.post("/write/course/hemlig/restore").status_code == 404


def test_linked_and_own_copy(region: Region) -> None:
    trainer = region.as_("trainer")
    trainer.post("/write/sets/new", data={"title": "Väntan", "kind": "film"})
    made(trainer, "En")
    made(trainer, "Två")
    use = {"what": "set:vantan:vantan.yaml"}
    assert trainer.post("/write/course/en/use", data={**use, "how": "linked"}).status_code == 302
    assert trainer.post("/write/course/tva/use", data={**use, "how": "own"}).status_code == 302
    assert "film: vantan" in written(region, "course.yaml", "en")
    assert "quizzes/vantan.yaml" in held(region, "tva") and "quizzes/vantan.yaml" not in held(region, "en")
    shared = trainer.get("/write/set/vantan/?course=en").text
    assert 'aria-current="page"' in shared
    trainer.post("/write/set/vantan/edit", json={"base": 1, "path": "vantan.yaml", "edits": [{"op": "put", "at": ["title"], "value": "Nytt"}]})  # fmt: skip
    assert "Nytt" in trainer.get("/write/course/en/").text
    assert "title: Väntan" in written(region, "quizzes/vantan.yaml", "tva")


def test_a_copy_of_a_course_goes_its_own_way(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    where = trainer.post(f"{AT}/duplicate").location
    assert where == f"/write/course/{COURSE}-2/"
    assert 'title: "En liten kurs (kopia)"' in written(region, "course.yaml", f"{COURSE}-2")
    assert f"id: {COURSE}-2" in written(region, "course.yaml", f"{COURSE}-2")
    assert written(region, LESSON, f"{COURSE}-2") == BASE[LESSON]


def test_history_compare_name_and_restore(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    for words in ("Ett.", "Två."):
        trainer.post(f"{AT}/save", json={"base": 99, "path": LESSON, "text": f"---\nid: ett\n---\n# Barnets rätt\n\n{words}\n"})  # fmt: skip
    page = trainer.get(f"{AT}/history").text
    assert page.count("Tove Utbildare</strong> skrev i ”Barnets rätt”") == 1  # one sitting
    one = trainer.get(f"{AT}/history/3?from=1").text
    assert "Två." in one and "<del>" in one
    trainer.post(f"{AT}/history/2/name", data={"name": "Efter mötet"})
    assert "Efter mötet" in trainer.get(f"{AT}/history").text
    assert trainer.post(f"{AT}/history/1/restore").status_code == 302
    assert written(region, LESSON) == BASE[LESSON]
    assert "återställde version 1" in trainer.get(f"{AT}/history").text
    assert trainer.get(f"{AT}/history/99").status_code == 404


def test_names_of_writers_only_for_writers(region: Region) -> None:
    drafted(region)
    for key in ("employee", "rep", "manager", "trainer2", "admin"):
        assert region.as_(key).get(f"{AT}/history").status_code == 404


def brought(client: FlaskClient, packed: bytes) -> str:
    answer = client.post("/write/take-in", data={"zip": (io.BytesIO(packed), "kurs.zip")})
    assert answer.status_code == 302, answer.text
    return str(answer.location)


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for path, data in files.items():
            archive.writestr(f"intagen/{path}", data)
    return packed.getvalue()


def test_a_quiz_of_the_courses_own_folder_has_no_problem_of_its_name(region: Region) -> None:
    trainer = region.as_("trainer")
    made(trainer, "Min", "sjalvstudier")
    text = written(region, "quizzes/mota-barn.yaml", "min")
    told = trainer.post("/write/course/min/save", json={"base": 1, "path": "quizzes/mota-barn.yaml", "text": text + "# sist\n"})  # fmt: skip
    assert told.json["problems"] == []
    seen = trainer.post("/write/course/min/preview", json={"path": "quizzes/mota-barn.yaml", "text": text})
    assert seen.json["problems"] == []


def test_a_course_file_that_cannot_be_read_is_shown_as_text(region: Region) -> None:
    drafted(region)
    change(region, {"course.yaml": "id: [\n"})
    trainer = region.as_("trainer")
    page = trainer.get(f"{AT}/").text
    assert "Kursfilen går inte att läsa som den är." in page
    assert "id: [" in page
    assert trainer.get(f"{AT}/{LESSON}").status_code == 200
    assert trainer.post(f"{AT}/outline", json={"op": "up", "key": "lesson:ett.md"}).status_code == 409


@pytest.mark.parametrize(
    "part", ["borta.md", "../ut.md", "module/borta", "item/borta", "bild.png", "quizzes/borta.yaml"]
)
def test_what_is_not_in_the_course_has_no_page(region: Region, part: str) -> None:
    drafted(region)
    assert region.as_("trainer").get(f"{AT}/{part}").status_code == 404
