"""The command line as a person meets it: words in, exit code and words out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from course_builder.cli.application import execute


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str, **environment: str) -> Answer:
        code = execute(words, environment)
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return call
