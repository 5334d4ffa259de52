from datetime import date
from pathlib import Path

import pytest

from course_builder.library.folders import check_folder, courses_in, shelves_of, shown
from course_builder.paths.shipped import COURSES, ROOT

TODAY = date(2026, 11, 21)


def course(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "course.yaml").write_text("id: x\n")
    return folder


def test_a_course_is_itself_and_a_folder_is_its_courses(tmp_path: Path) -> None:
    one, other = course(tmp_path / "kurser/b"), course(tmp_path / "kurser/a")
    (tmp_path / "kurser/.gomd").mkdir()
    (tmp_path / "kurser/.gomd/course.yaml").touch()
    assert courses_in(one) == [one]
    assert courses_in(tmp_path / "kurser") == [other, one]
    assert courses_in(tmp_path) == []


def test_behind_a_course_stand_the_nearest_parent_and_what_we_ship(tmp_path: Path) -> None:
    folder = course(tmp_path / "region/courses/kurs")
    (tmp_path / "quizzes").mkdir()
    assert [shelf.tree for shelf in shelves_of(folder)] == [
        shelf.tree for shelf in shelves_of(tmp_path / "region/courses/annan")
    ]
    assert [Path(shelf.name or ".").resolve() for shelf in shelves_of(folder)] == [tmp_path / "region", ROOT]


def test_a_shipped_course_has_one_shelf() -> None:
    assert [Path(shelf.name or ".").resolve() for shelf in shelves_of(COURSES / "grundutbildning")] == [ROOT]


def test_paths_are_short_below_the_persons_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path) == ""
    assert shown(Path("kurs")) == "kurs/"
    assert shown(tmp_path.parent / "annan") == f"{tmp_path.parent / 'annan'}/"


def test_everything_that_is_wrong_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    checked = check_folder(course(tmp_path / "kurs"), TODAY)
    assert checked.course is None
    assert {str(problem.place) for problem in checked.problems} == {"kurs/course.yaml:1:1"}
