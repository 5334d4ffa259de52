"""Saving while somebody writes: what has been answered for is there, and nobody writes over what she has not seen."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft, text_at
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, written
from tests.web.region import Region, both

AT = f"/write/course/{COURSE}"
MINE, THEIRS = "---\nid: ett\n---\n# Ett\n\nMin text.\n", "---\nid: ett\n---\n# Ett\n\nDeras text.\n"


def post(client: FlaskClient, what: str, **body: Any) -> tuple[int, dict[str, Any]]:
    answer = client.post(f"{AT}/{what}", json=body)
    return answer.status_code, answer.json


def of(region: Region) -> Draft:
    with region.database.reading() as session:
        found = draft(session, Kind.COURSE, COURSE)
        assert found is not None
        return found


@both
def test_a_text_is_saved_and_its_problems_come_back(region: Region) -> None:
    drafted(region)
    code, told = post(region.as_("trainer"), "save", base=1, path=LESSON, text=MINE + "\n[](crc:12)\n")
    assert (code, told["revision"], told["saved_at"]) == (200, 2, "09.00")
    assert {one["file"] for one in told["problems"]} == {LESSON}
    assert written(region, LESSON) == MINE + "\n[](crc:12)\n"


@both
def test_two_trainers_and_one_text(region: Region) -> None:
    """trust 59: the second gets both texts, and neither is lost."""
    drafted(region, group=None)
    trainer, coordinator = region.as_("trainer"), region.as_("coordinator")
    assert post(coordinator, "save", base=1, path=LESSON, text=THEIRS)[0] == 200
    code, told = post(trainer, "save", base=1, path=LESSON, text=MINE)
    assert code == 409
    assert (told["theirs"], told["by"], told["own"], told["head"]) == (THEIRS, "Karin Samordnare", False, 2)
    assert "Min" in str(told["rows"])
    assert written(region, LESSON) == THEIRS
    assert post(trainer, "save", base=2, path=LESSON, text=MINE)[0] == 200
    with region.database.reading() as session:
        assert text_at(session, of(region), LESSON, 2) == THEIRS


def test_the_same_request_twice_is_saved_once(region: Region) -> None:
    """The answer was lost on the way; the page asks again."""
    drafted(region)
    trainer = region.as_("trainer")
    first = post(trainer, "save", base=1, path=LESSON, text=MINE)
    second = post(trainer, "save", base=1, path=LESSON, text=MINE)
    assert first[1]["revision"] == second[1]["revision"] == 2


def test_asked_again_after_somebody_went_on(region: Region) -> None:
    """What she had saved is in the history, and what the other made of it stays."""
    drafted(region, group=None)
    trainer = region.as_("trainer")
    post(trainer, "save", base=1, path=LESSON, text=MINE)
    post(region.as_("coordinator"), "save", base=2, path=LESSON, text=MINE + "Mer.\n")
    code, _ = post(trainer, "save", base=1, path=LESSON, text=MINE)
    assert code == 200
    assert written(region, LESSON) == MINE + "Mer.\n"


def test_different_files_never_meet(region: Region) -> None:
    drafted(region, group=None)
    assert post(region.as_("coordinator"), "save", base=1, path="nytt.md", text="# Nytt\n")[0] == 200
    assert post(region.as_("trainer"), "save", base=1, path=LESSON, text=MINE)[0] == 200


def test_what_was_not_chosen_lies_in_the_history(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    post(trainer, "save", base=1, path=LESSON, text=THEIRS)
    assert post(trainer, "aside", base=2, path=LESSON, text=MINE)[0] == 200
    assert written(region, LESSON) == THEIRS
    with region.database.reading() as session:
        found = draft(session, Kind.COURSE, COURSE)
        assert found is not None
        assert [(one.number, one.verb) for one in revisions(session, found)][:2] == [
            (4, "undone"),
            (3, "edited"),
        ]
        assert text_at(session, found, LESSON, 3) == MINE


def test_a_value_is_put_on_the_newest_text(region: Region) -> None:
    drafted(region, group=None)
    before = written(region, "course.yaml")
    title = next(line for line in before.splitlines() if line.startswith("title:")).partition(": ")[2]
    change(region, {"course.yaml": before + "# sist\n"})
    edits = [{"op": "put", "at": ["title"], "value": "Nytt namn", "was": title}]
    code, told = post(region.as_("trainer"), "edit", base=1, path="course.yaml", edits=edits)
    assert code == 200
    assert (
        written(region, "course.yaml") == before.replace(f"title: {title}", "title: Nytt namn") + "# sist\n"
    )
    assert told["text"] == written(region, "course.yaml")


def test_a_value_that_somebody_else_has_changed(region: Region) -> None:
    drafted(region, group=None)
    trainer = region.as_("trainer")
    edits = [{"op": "put", "at": ["title"], "value": "Mitt", "was": "Något annat"}, {"op": "put", "at": ["summary"], "value": "Kort."}]  # fmt: skip
    code, told = post(trainer, "edit", base=1, path="course.yaml", edits=edits)
    assert code == 409
    assert [(one["at"], one["mine"]) for one in told["missed"]] == [(["title"], "Mitt")]
    assert "summary: Kort." in written(region, "course.yaml")
    assert "Mitt" not in written(region, "course.yaml")


def test_the_same_value_twice_is_no_conflict(region: Region) -> None:
    drafted(region)
    trainer, edits = region.as_("trainer"), [{"op": "put", "at": ["summary"], "value": "Kort.", "was": None}]
    assert post(trainer, "edit", base=1, path="course.yaml", edits=edits)[0] == 200
    code, told = post(trainer, "edit", base=1, path="course.yaml", edits=edits)
    assert (code, told["revision"]) == (200, 2)


def test_a_block_within_a_lesson(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    post(
        trainer,
        "save",
        base=1,
        path=LESSON,
        text=MINE + "\n```reflect\n# en tanke\nid: abcd\nask: Varför?\n```\n",
    )
    code, _ = post(trainer, "edit", base=2, path=LESSON, block="#abcd", edits=[{"op": "put", "at": ["ask"], "value": "Hur då?", "was": "Varför?"}])  # fmt: skip
    assert code == 200
    assert written(region, LESSON).endswith("```reflect\n# en tanke\nid: abcd\nask: Hur då?\n```\n")


def test_ids_are_written_and_nothing_else(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    post(trainer, "save", base=1, path=LESSON, text=MINE + "\n```reflect\nask: Varför?\n```\n")
    code, told = post(trainer, "ids", path=LESSON)
    assert code == 200
    assert not [one for one in told["problems"] if one["code"] == "id-missing"]
    assert [line for line in told["text"].splitlines() if not line.startswith("id: ")] == [
        line
        for line in (MINE + "\n```reflect\nask: Varför?\n```\n").splitlines()
        if not line.startswith("id: ")
    ]


def test_line_ends_of_a_file_stay(region: Region) -> None:
    drafted(region)
    change(region, {LESSON: MINE.replace("\n", "\r\n")})
    assert post(region.as_("trainer"), "save", base=2, path=LESSON, text=THEIRS)[0] == 200
    assert written(region, LESSON) == THEIRS.replace("\n", "\r\n")


def test_steps_back_and_forth(region: Region) -> None:
    drafted(region)
    trainer, before = region.as_("trainer"), written(region, LESSON)
    post(trainer, "save", base=1, path=LESSON, text=MINE)
    assert post(trainer, "undo", revision=2)[1]["revision"] == 3
    assert written(region, LESSON) == before
    assert post(trainer, "redo", revision=3)[1]["revision"] == 4
    assert written(region, LESSON) == MINE


def test_a_step_back_leaves_what_came_after_in_other_lines(region: Region) -> None:
    drafted(region)
    trainer = region.as_("trainer")
    text = "---\nid: ett\n---\n# Ett\n\nFörst.\n\nSedan.\n"
    post(trainer, "save", base=1, path=LESSON, text=text)
    post(trainer, "save", base=2, path=LESSON, text=text.replace("Först.", "Allra först."))
    post(trainer, "save", base=3, path=LESSON, text=text.replace("Först.", "Allra först.").replace("Sedan.", "Och sedan."))  # fmt: skip
    assert post(trainer, "undo", revision=3)[0] == 200
    assert written(region, LESSON) == text.replace("Sedan.", "Och sedan.")
    code, told = post(trainer, "undo", revision=2)
    assert (code, "Ändringshistoriken".lower() in told["error"].lower()) == (409, True)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"base": 1, "path": "../ut.md", "text": "x"}, 422),
        ({"base": 1, "path": "bild.png", "text": "x"}, 422),
        ({"base": 1, "path": LESSON, "text": "x" * 300_000}, 413),
        ({"base": 1, "path": LESSON, "text": "\0"}, 422),
        ({"base": "ett", "path": LESSON, "text": "x"}, 422),
        ({"path": LESSON}, 422),
    ],
)
def test_what_cannot_be_saved_is_told(region: Region, body: dict[str, Any], code: int) -> None:
    drafted(region)
    given, told = post(region.as_("trainer"), "save", **body)
    assert given == code
    assert told["error"]
    assert of(region).head == 1


def test_whose_it_is_not_does_not_find_it(region: Region) -> None:
    """trust 40: another group's course is not there."""
    drafted(region)
    assert post(region.as_("trainer2"), "save", base=1, path=LESSON, text=MINE)[0] == 404
    assert post(region.as_("employee"), "save", base=1, path=LESSON, text=MINE)[0] == 404
    assert region.anonymous().post(f"{AT}/save", json={}).status_code in (401, 403)
    assert written(region, LESSON) != MINE


def test_who_has_changed_what_since(region: Region) -> None:
    drafted(region, group=None)
    trainer, coordinator = region.as_("trainer"), region.as_("coordinator")
    post(trainer, "save", base=1, path=LESSON, text=MINE)
    told = coordinator.get(f"{AT}/since?revision=1").json
    assert told == {"head": 2, "paths": [LESSON], "outline": False}
    assert trainer.get(f"{AT}/since?revision=1").json["paths"] == []


def test_the_token_says_whose_page_it_is(region: Region) -> None:
    first, second = region.as_("trainer"), region.as_("coordinator")
    assert first.get("/write/token").json["mark"] != second.get("/write/token").json["mark"]
    assert region.anonymous().get("/write/token", headers={"Sec-Fetch-Mode": "cors"}).status_code == 401
