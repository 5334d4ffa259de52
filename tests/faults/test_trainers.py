"""Two to eight trainers write in the same course, in any order, with requests that are lost on the way there or back.

Nothing anybody was told is saved is ever gone without being in the history, and nobody writes over what she has not
seen. `SCHEDULES` says how many.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.content.structure.outline import outline
from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft, text, text_at
from course_builder.people.models import Account, Appointment, Person, Role
from course_builder.settings import Settings
from tests.database.places import SqlitePlaces
from tests.web.authoring.drafted import COURSE, LESSON, drafted
from tests.web.region import MONDAY, SINCE, Region, opened

SCHEDULES = int(os.environ.get("SCHEDULES", "200"))
STEPS = 12
OTHER = "annat.md"
AT = f"/write/course/{COURSE}"
HEAD = "---\nid: ett\n---\n# Barnets rätt\n\n"


@dataclass
class Trainer:
    """A page that behaves as the editor does: one request at a time, sent again unchanged until it is answered."""

    client: FlaskClient
    name: str
    dice: random.Random
    bases: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    waits: tuple[str, str, int] | None = None
    told: list[tuple[str, str]] = field(default_factory=list)
    """What the server has said is saved: path and a line that only she wrote."""
    written: int = 0

    def look(self, path: str) -> None:
        told = self.client.get(f"{AT}/text?path={path}").json
        self.texts[path], self.bases[path] = told["text"], told["revision"]

    def act(self) -> None:
        if self.waits is None:
            path = self.dice.choice([LESSON, OTHER])
            if path not in self.texts or self.dice.random() < 0.2:
                self.look(path)
            self.written += 1
            self.waits = (path, f"{self.texts[path]}{self.name} rad {self.written}.\n", self.bases[path])
        self.send()

    def send(self) -> None:
        assert self.waits is not None
        path, words, base = self.waits
        luck = self.dice.random()
        if luck < 0.15:  # lost on the way there
            return
        answer = self.client.post(f"{AT}/save", json={"base": base, "path": path, "text": words})
        if luck < 0.3:  # lost on the way back
            return
        self.heard(path, words, answer.status_code, answer.json)

    def heard(self, path: str, words: str, code: int, told: dict[str, Any]) -> None:
        self.waits = None
        line = words.splitlines()[-1]
        if code == 200:
            self.told.append((path, line))
            self.look(path)
            return
        assert code == 409
        self.settle(path, words, line, told)

    def settle(self, path: str, mine: str, line: str, told: dict[str, Any]) -> None:
        """Mine on top of theirs, or mine set aside: what the page offers."""
        self.texts[path], self.bases[path] = told["theirs"], told["head"]
        if self.dice.random() < 0.5:
            self.waits = (path, f"{told['theirs']}{line}\n", told["head"])
            return
        answer = self.client.post(f"{AT}/aside", json={"base": told["head"], "path": path, "text": mine})
        assert answer.status_code == 200
        self.told.append((path, line))
        self.look(path)

    def move(self) -> None:
        """Changes of the outline go on top of the newest, whoever made it."""
        key = self.dice.choice([f"lesson:{LESSON}", "quiz:prov", "film:filmen"])
        answer = self.client.post(f"{AT}/outline", json={"op": self.dice.choice(["up", "down"]), "key": key})
        assert answer.status_code == 200


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory, sqlite_places: SqlitePlaces) -> Iterator[Region]:
    folder: Path = tmp_path_factory.mktemp("trainers")
    settings = Settings(data=str(folder), database_url=sqlite_places.database_url(folder), region_name="Region Exempel")  # fmt: skip
    with opened(settings) as made:
        yield made


@pytest.fixture(scope="module")
def clients(region: Region) -> list[FlaskClient]:
    """Eight trainers."""
    for number in range(8):
        with region.database.writing() as session:
            person = Person(
                name=f"Trainer {number}", email=f"t{number}@exempel.se", employee_ref=f"T{number}"
            )
            session.add(person)
            session.flush()
            session.add(Appointment(person_id=person.id, unit_id=region.units["region"], role=Role.TRAINER, starts=SINCE))  # fmt: skip
            account = Account(person_id=person.id, created=MONDAY)
            session.add(account)
            session.flush()
            region.accounts[f"t{number}"] = account.id
    return [region.as_(f"t{number}") for number in range(8)]


@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_no_silent_loss(region: Region, clients: list[FlaskClient], seed: int) -> None:
    """trust 59"""
    dice = random.Random(seed)
    _fresh(region)
    trainers = [Trainer(client, f"T{number}", dice) for number, client in enumerate(clients[: dice.randint(2, 8)])]  # fmt: skip
    for _ in range(STEPS * len(trainers)):
        trainer = dice.choice(trainers)
        if dice.random() < 0.15:
            trainer.move()
        else:
            trainer.act()
    _look(region, trainers)


def _fresh(region: Region) -> None:
    """The course as it was before anybody wrote in it."""
    with region.database.writing() as session:
        known = draft(session, Kind.COURSE, COURSE)
        if known is not None:
            session.delete(known)
    drafted(region, group=None)
    trainer = region.as_("trainer")
    assert trainer.post(f"{AT}/save", json={"base": 1, "path": OTHER, "text": HEAD}).status_code == 200


def _look(region: Region, trainers: list[Trainer]) -> None:
    """Every line that was said to be saved has stood in a revision; and none vanished but by a choice."""
    with region.database.reading() as session:
        known = draft(session, Kind.COURSE, COURSE)
        assert known is not None
        history = sorted(revisions(session, known, limit=10_000), key=lambda one: one.number)
        assert [one.number for one in history] == list(range(1, known.head + 1))
        stood = {
            path: [text_at(session, known, path, one.number) or "" for one in history if path in one.changes]
            for path in (LESSON, OTHER)
        }
        for trainer in trainers:
            for path, line in trainer.told:
                assert any(line in words for words in stood[path]), (path, line)
        aside = {number for one in history if one.undoes is not None for number in (one.number, one.undoes)}
        for path in stood:
            kept = [
                text_at(session, known, path, one.number) or ""
                for one in history
                if path in one.changes and one.number not in aside
            ]
            for before, after in pairwise(kept):
                assert after.startswith(before), "a save took away what somebody else had written"
        order = outline(text(session, known, "course.yaml") or "")
        assert order is not None
        assert sorted(leaf.key for leaf in order.leaves()) == ["film:filmen", f"lesson:{LESSON}", "quiz:prov"]
