"""Releases of every past version of the program can still be read. A version that changes the source adds a file to `past/`."""

import json
from datetime import date
from pathlib import Path

import pytest

from course_builder.library.fingerprint import Fingerprint
from course_builder.library.gather import digest_of
from course_builder.library.kept_tree import blobs, open_course
from course_builder.library.media_folder import FolderStore

PAST = sorted((Path(__file__).parent / "past").glob("*.json"))


def test_there_is_a_past() -> None:
    assert PAST


@pytest.mark.parametrize("file", PAST, ids=lambda file: file.stem)
def test_a_release_of_then_is_the_same_course_now(file: Path, tmp_path: Path) -> None:
    """What saved state and answers are found by must not have changed."""
    then = json.loads(file.read_text("utf-8"))
    media = {sha: Fingerprint(sha, **known) for sha, known in then["media"].items()}
    held = blobs(then["texts"], media, FolderStore(tmp_path))
    course = open_course(then["files"], held, date(2026, 11, 22))
    assert digest_of(then["files"]) == then["digest"]
    assert [part.key for part in course.parts] == then["parts"]
    assert {question.id: question.key for question in course.questions} == then["questions"]
    assert [media.name for media in course.media] == then["names"]
    assert (course.minutes, course.pass_mark(course.quizzes[0])) == (then["minutes"], then["pass"])
