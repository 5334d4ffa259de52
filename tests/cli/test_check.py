import json
import shutil
from pathlib import Path
from unicodedata import normalize

import pytest

from course_builder.paths import shipped
from tests.cli.conftest import Ask


@pytest.fixture
def course(ask: Ask) -> Path:
    assert ask("new", "min-kurs", "--from", "sjalvstudier").code == 0
    return Path("min-kurs")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_clean_course(ask: Ask, course: Path) -> None:
    answer = ask("check", str(course))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[-1] == "1 kurs: allt är bra."


def test_a_problem_is_one_line_with_its_place(ask: Ask, course: Path) -> None:
    edit(course / "course.yaml", "language: sv", "language: svenska")
    answer = ask("check", str(course))
    first, *_, last = answer.out.splitlines()
    assert answer.code == 1
    assert first.startswith("min-kurs/course.yaml:4:11 error ")
    assert last == "1 kurs: 1 hindrar publicering, 0 bör ses över."


def test_english(ask: Ask, course: Path) -> None:
    assert ask("check", str(course), "--lang", "en").out.splitlines()[-1] == "1 course: all is well."


def test_json(ask: Ask, course: Path) -> None:
    edit(course / "course.yaml", "language: sv", "language: svenska")
    answer = ask("check", str(course), "--json")
    data = json.loads(answer.out)
    (found,) = data["courses"]
    (problem,) = found["problems"]
    assert (answer.code, data["errors"], data["warnings"], found["path"]) == (1, 1, 0, "min-kurs")
    assert {name: problem[name] for name in ("file", "line", "column", "severity")} == {
        "file": "min-kurs/course.yaml",
        "line": 4,
        "column": 11,
        "severity": "error",
    }


def test_fix_writes_the_missing_ids_and_nothing_else(ask: Ask, course: Path) -> None:
    path = course / "quizzes/mota-barn.yaml"
    before = path.read_bytes()
    with_id = next(line for line in before.decode().splitlines() if line.startswith("  - id: "))
    name = with_id.removeprefix("  - id: ")
    edit(path, f"  - id: {name}\n    ", "  - ")
    assert ask("check", str(course)).code == 1
    answer = ask("check", str(course), "--fix")
    assert (answer.code, answer.err) == (0, "min-kurs/quizzes/mota-barn.yaml: 1 id inskrivna.\n")
    changed = [
        pair
        for pair in zip(before.splitlines(), path.read_bytes().splitlines(), strict=True)
        if len(set(pair)) > 1
    ]
    assert [old.decode() for old, _ in changed] == [with_id]


def test_fix_writes_into_a_file_that_a_mac_has_named(ask: Ask, course: Path) -> None:
    apart = course / normalize("NFD", "så-här.md")
    apart.write_text("# Så här\n\nVi lyssnar på barnet.\n", encoding="utf-8")
    edit(course / "course.yaml", "      - forsta-motet.md\n", "      - forsta-motet.md\n      - så-här.md\n")
    assert ask("check", str(course), "--fix").code == 0
    assert apart.read_text(encoding="utf-8").startswith("---\nid: ")
    assert not (course / "så-här.md").exists()


def test_several_courses_at_once(ask: Ask, course: Path) -> None:
    ask("new", "annan-kurs", "--from", "quiz-8")
    assert ask("check", ".").out.splitlines()[-1] == "2 kurser: allt är bra."


def test_the_folder_above_courses_and_quizzes(ask: Ask, course: Path) -> None:
    Path("allt/courses").mkdir(parents=True)
    shutil.copytree(course, "allt/courses/kursen")
    assert ask("check", "allt").out.splitlines()[-1] == "1 kurs: allt är bra."


def test_verbose_says_where_names_were_found(ask: Ask, course: Path) -> None:
    assert "mota-barn finns i min-kurs/quizzes/mota-barn.yaml" in ask("check", str(course), "-v").out


def test_verbose_says_where_provisions_and_articles_were_found(ask: Ask, course: Path) -> None:
    with (course / "forsta-motet.md").open("a", encoding="utf-8") as lesson:
        lesson.write("\nSe [lagen](law:barnrattslagen-1) och [artikel 12](crc:12).\n")
    out = ask("check", str(course), "-v").out
    assert f"law:barnrattslagen-1 finns i {shipped.COURSES}/law.yaml" in out
    assert f"crc:12 finns i {shipped.COURSES}/crc.yaml" in out


def test_against_an_earlier_version(ask: Ask, course: Path) -> None:
    shutil.copytree(course, "forra")
    edit(course / "quizzes/mota-barn.yaml", "      - id: ", "      - id: x")
    (found,) = json.loads(ask("check", str(course), "--against", "forra", "--json").out)["courses"]
    assert [problem["code"] for problem in found["problems"]] == ["id-vanished"]


def test_a_folder_that_is_no_course(ask: Ask) -> None:
    Path("tom").mkdir()
    answer = ask("check", "tom")
    assert answer.code == 1
    assert answer.out.startswith("tom/course.yaml:1:1 error no-course Här finns ingen kurs")
