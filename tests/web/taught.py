"""A course with every kind of question, released in the region, and what a page of it holds."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from course_builder.content.course import Course
from course_builder.content.questions import AnyQuestion
from course_builder.library.models import Change, Release
from course_builder.library.releases import course_of, release
from tests.browser.ten_kinds import SOURCES, quiz
from tests.web.region import Region

HERE = "/learn/tio/"
Sources = Mapping[str, str | bytes]


def write(folder: Path, sources: Sources) -> Path:
    for path, data in sources.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


@dataclass
class Taught:
    region: Region
    folder: Path

    def release(
        self,
        change: Change | None = None,
        note: str = "",
        more: str = "",
        sources: Sources | None = None,
        **edits: tuple[str, str],
    ) -> Release:
        """`more` are lines of the quiz; `edits` replace a text in a file: `texten` is `texten.md`."""
        texts = dict(sources or {**SOURCES, "provet.yaml": quiz(more)})
        for name, (old, new) in edits.items():
            path = next(one for one in texts if Path(one).stem == name)
            text = texts[path]
            assert isinstance(text, str)
            assert old in text
            texts[path] = text.replace(old, new)
        write(self.folder, texts)
        store = self.region.app.extensions["media_store"]
        with self.region.database.writing() as session:
            return release(session, store, self.folder, change, note, None, self.region.time())

    def course(self, made: Release) -> Course:
        return course_of(self.region.database, made.id)


def begin(client: FlaskClient) -> None:
    assert client.post(f"{HERE}start").status_code == 302


def inert(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def learner(client: FlaskClient) -> Any:
    """What the page knows of her."""
    return inert(client.get(HERE).text, "learner")


def attempt(client: FlaskClient, quiz_key: str) -> Any:
    answer = client.post(f"{HERE}attempt", json={"quiz": quiz_key})
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def send(client: FlaskClient, question: AnyQuestion, given: Any, key: str, attempt_id: int | None = None, **more: Any) -> Any:  # fmt: skip
    sent = {"question": question.key, "attempt": attempt_id, "given": given, "key": key, **more}
    return client.post(f"{HERE}answer", json=sent)
