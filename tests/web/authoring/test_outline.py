"""The outline over HTTP: each change one revision, said in words, and taken back by one step."""

from typing import Any

from flask.testing import FlaskClient

from course_builder.content.structure.outline import outline
from tests.content.trees import BASE
from tests.web.authoring.drafted import COURSE, change, drafted, held, written
from tests.web.region import Region, both

AT = f"/write/course/{COURSE}"


def do(client: FlaskClient, op: str, key: str = "", **more: Any) -> dict[str, Any]:
    answer = client.post(f"{AT}/outline", json={"op": op, "key": key, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json
    return told


def shape(region: Region) -> list[tuple[str, list[str]]]:
    known = outline(written(region, "course.yaml"))
    assert known is not None
    return [(branch.title, [leaf.key for leaf in branch.leaves]) for branch in known.branches]


@both
def test_two_modules_are_made_moved_and_removed(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    made = do(trainer, "add", kind="module", title="Andra delen")
    assert (made["key"], made["go"]) == ("module:andra-delen", f"{AT}/module/andra-delen")
    do(trainer, "add", "module:andra-delen", kind="lesson", title="Möta barn")
    do(trainer, "add", "lesson:mota-barn.md", kind="quiz", title="Tre frågor")
    assert shape(region) == [
        ("Start", ["lesson:ett.md", "quiz:prov", "film:filmen"]),
        ("Andra delen", ["lesson:andra-delen-1.md", "lesson:mota-barn.md", "quiz:tre-fragor"]),
    ]
    assert do(trainer, "up", "quiz:tre-fragor")["said"] == "”Tre frågor” är nu nummer 2 av 3 i ”Andra delen”."
    assert do(trainer, "up", "module:andra-delen")["said"] == "”Andra delen” är nu modul 1 av 2."
    told = do(trainer, "remove", "module:andra-delen", opened="module:andra-delen")
    assert (told["said"], told["key"]) == ("”Andra delen” togs bort", "module:start")
    assert "mota-barn.md" not in held(region)
    assert trainer.post(f"{AT}/undo", json={"revision": told["revision"]}).status_code == 200
    assert shape(region)[0] == (
        "Andra delen",
        ["lesson:andra-delen-1.md", "quiz:tre-fragor", "lesson:mota-barn.md"],
    )
    assert written(region, "mota-barn.md") == "---\nid: mota-barn\n---\n# Möta barn\n"


def test_what_is_new_reads_back_without_missing_ids(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    do(trainer, "add", kind="quiz", title="Nya frågor")
    told = trainer.get(f"{AT}/problems").json["problems"]
    assert [one["code"] for one in told if one["file"].endswith("nya-fragor.yaml")] == []


def test_a_film_without_a_film_stops_publishing(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    do(trainer, "add", kind="film", title="Nytt samtal")
    told = trainer.get(f"{AT}/problems").json["problems"]
    assert {one["severity"] for one in told if one["file"].endswith("nytt-samtal.yaml")} == {"error"}


def test_a_duplicate_is_whole_and_its_own(region: Region) -> None:
    drafted(region)
    change(region, {path: str(BASE[path]) for path in ("quizzes/prov.yaml", "quizzes/filmen.yaml")})
    trainer = region.as_("trainer")
    told = do(trainer, "duplicate", "module:start")
    assert told["said"] == "”Start (kopia)” är en kopia med egna svar."
    assert shape(region)[1] == ("Start (kopia)", ["lesson:ett-2.md", "quiz:prov-2", "film:filmen-2"])
    problems = trainer.get(f"{AT}/problems").json["problems"]
    assert [
        one for one in problems if "-2" in one["file"] and one["code"] in ("id-twice", "id-missing")
    ] == []


def test_what_is_not_there_is_not_copied(region: Region) -> None:
    drafted(region)
    do(region.as_("trainer"), "duplicate", "module:start")
    assert shape(region)[1] == ("Start (kopia)", ["lesson:ett-2.md"])


def test_a_new_name_stands_in_the_lesson(region: Region) -> None:
    drafted(region)
    do(region.as_("trainer"), "rename", "lesson:ett.md", title="Barn har rätt")
    assert "# Barn har rätt\n" in written(region, "ett.md")
    do(region.as_("trainer"), "rename", "module:start", title="Första steget")
    assert shape(region)[0][0] == "Första steget"


def test_dragged_to_another_module(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    do(trainer, "add", kind="module", title="Två")
    do(trainer, "move", "lesson:ett.md", module="tva", to=0)
    assert shape(region)[1] == ("Två", ["lesson:ett.md", "lesson:tva-1.md"])


def test_two_trainers_move_at_once(region: Region) -> None:
    """An order is made on the newest outline, so both are done."""
    drafted(region, group=None)
    trainer, coordinator = region.as_("trainer"), region.as_("coordinator")
    do(trainer, "down", "lesson:ett.md")
    do(coordinator, "remove", "film:filmen")
    assert shape(region) == [("Start", ["quiz:prov", "lesson:ett.md"])]
    gone = trainer.post(f"{AT}/outline", json={"op": "up", "key": "film:filmen"})
    assert (gone.status_code, "finns inte längre" in gone.json["error"]) == (409, True)


def test_whose_it_is_not(region: Region) -> None:
    drafted(region)
    assert (
        region.as_("trainer2").post(f"{AT}/outline", json={"op": "up", "key": "lesson:ett.md"}).status_code
        == 404
    )
    assert region.as_("trainer2").get(f"{AT}/outline").status_code == 404


def test_the_outline_alone_says_what_is_open(region: Region) -> None:
    drafted(region)
    told = region.as_("trainer").get(f"{AT}/outline?opened=lesson:ett.md").json
    assert told["head"] == 1
    assert told["outline"].count('aria-current="page"') == 1


def test_a_module_without_an_id_is_found_by_its_place(region: Region) -> None:
    """Somebody wrote the file by hand; the first change writes the ids that are missing."""
    drafted(region)
    change(region, {"course.yaml": str(BASE["course.yaml"]).replace("  - id: start\n    title", "  - title")})
    trainer = region.as_("trainer")
    assert trainer.get(f"{AT}/module/%230").status_code == 200
    do(trainer, "rename", "module:#0", title="Nytt")
    known = outline(written(region, "course.yaml"))
    assert known is not None
    assert [(branch.title, len(branch.id)) for branch in known.branches] == [("Nytt", 4)]
