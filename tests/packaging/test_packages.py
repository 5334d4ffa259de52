"""Every package of every format: the pitfalls of packages.md section 2 that show in the files."""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from course_builder.content.course import Course
from course_builder.content.tree import Blob, Tree
from course_builder.packaging import names, scorm12, scorm2004
from course_builder.packaging.formats import OWN, formats
from course_builder.packaging.options import BuildOptions
from course_builder.paths.shipped import BUILT
from course_builder.player.built import NotBuilt
from tests.packaging.conftest import package
from tests.packaging.tiny import tiny

EVERY = pytest.mark.parametrize("name", OWN)
SCORM = pytest.mark.parametrize("name", ["scorm12", "scorm2004-3", "scorm2004-4"])
CONTROL = {"scorm12": scorm12.CONTROL, "scorm2004-3": scorm2004.CONTROL, "scorm2004-4": scorm2004.CONTROL}
ID = re.compile(r"[a-z][a-z0-9-]{0,47}")
MADE_ELSEWHERE = (".webm", ".png", ".woff2")


def own_names(found: ZipFile, name: str) -> list[str]:
    return [path for path in found.namelist() if path not in CONTROL.get(name, ())]


@EVERY
def test_zip_programs_find_nothing_wrong(name: str, packages: Mapping[str, ZipFile], tmp_path: Path) -> None:
    assert packages[name].testzip() is None
    path = tmp_path / "package.zip"
    packages[name].fp.seek(0)
    path.write_bytes(packages[name].fp.read())
    assert subprocess.run(["unzip", "-tq", path], capture_output=True, check=False).returncode == 0


@EVERY
def test_same_input_same_bytes(name: str, course: Course, built: Tree) -> None:
    assert package(course, name, BuildOptions(), built) == package(tiny(), name, BuildOptions(), built)


@EVERY
def test_25_the_start_page_is_at_the_root_and_names_are_ours(
    name: str, packages: Mapping[str, ZipFile]
) -> None:
    paths = own_names(packages[name], name)
    assert "index.html" in paths
    assert [names.own(path) for path in paths] == paths


@EVERY
def test_25_no_data_descriptors_encryption_or_utf8_flag(name: str, packages: Mapping[str, ZipFile]) -> None:
    entries = packages[name].infolist()
    assert {entry.flag_bits for entry in entries} == {0}
    assert [
        entry.filename for entry in entries if entry.is_dir() or entry.filename.startswith("__MACOSX")
    ] == []
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


@EVERY
def test_media_is_stored_and_text_deflated(name: str, packages: Mapping[str, ZipFile]) -> None:
    for entry in packages[name].infolist():
        stored = entry.filename.endswith(MADE_ELSEWHERE)
        assert entry.compress_type == (ZIP_STORED if stored else ZIP_DEFLATED), entry.filename


@EVERY
def test_25_every_file_the_page_names_is_there_in_that_spelling(
    name: str, packages: Mapping[str, ZipFile]
) -> None:
    html = packages[name].read("index.html").decode()
    named = set(re.findall(r'(?:src|href|poster|data-src)="([^"#:]+)"', html))
    assert named <= set(packages[name].namelist())


@SCORM
def test_control_files_are_at_the_root_as_the_standard_made_them(
    name: str, packages: Mapping[str, ZipFile]
) -> None:
    folder = BUILT / "xsd" / name
    assert {path.name for path in folder.iterdir()} == set(CONTROL[name])
    for path in folder.iterdir():
        assert packages[name].read(path.name) == path.read_bytes()


@SCORM
def test_29_the_status_names_can_be_read_in_the_script(name: str, packages: Mapping[str, ZipFile]) -> None:
    word = "lesson_status" if name == "scorm12" else "completion_status"
    assert word in packages[name].read("player.js").decode()


@SCORM
def test_21_a_package_speaks_one_dialect(name: str, packages: Mapping[str, ZipFile]) -> None:
    script = packages[name].read("player.js").decode()
    foreign = (
        ("API_1484_11", "completion_status") if name == "scorm12" else ("lesson_status", "LMSInitialize")
    )
    assert [word for word in foreign if word in script] == []


@EVERY
def test_30_the_page_says_it_is_utf8_and_everything_is(name: str, packages: Mapping[str, ZipFile]) -> None:
    assert b'<meta charset="utf-8">' in packages[name].read("index.html")[:1024]
    for path in own_names(packages[name], name):
        if not path.endswith(MADE_ELSEWHERE):
            packages[name].read(path).decode("utf-8")


@EVERY
def test_8_nothing_is_loaded_from_outside(name: str, packages: Mapping[str, ZipFile]) -> None:
    html = packages[name].read("index.html").decode()
    assert (
        re.findall(r'<(?:script|link|img|video|audio|source|iframe|track)[^>]+="(?:https?:)?//[^"]*"', html)
        == []
    )
    style = packages[name].read("player.css").decode()
    assert re.findall(r"(?:https?:)?//[a-z]", style) == []


@EVERY
def test_20_ids_of_the_page_are_ascii_and_unique(name: str, packages: Mapping[str, ZipFile]) -> None:
    html = packages[name].read("index.html").decode()
    found = re.findall(r' id="([^"]*)"', html)
    assert len(found) == len(set(found))
    assert [key for key in found if not re.fullmatch(r"[!-~]+", key)] == []


@EVERY
def test_20_ids_of_interactions_are_ascii_and_unique(name: str, packages: Mapping[str, ZipFile]) -> None:
    html = packages[name].read("index.html").decode()
    script = re.search(r'<script type="application/json" id="course">(.*?)</script>', html, re.DOTALL)
    assert script is not None
    page = json.loads(script[1])
    asked = [question for quiz in page["quizzes"].values() for question in quiz["questions"]]
    asked += [*page["questions"].values(), *page["blocks"].values()]
    assert [question["id"] for question in asked] == ["lagen", "hur-lange", "tanke"]
    assert [found for found in _ids(page) if not ID.fullmatch(found)] == []


def _ids(data: object) -> list[str]:
    """Every `id` at any depth."""
    if isinstance(data, dict):
        own = [data["id"]] if "id" in data else []
        return own + [found for value in data.values() for found in _ids(value)]
    return [found for value in data for found in _ids(value)] if isinstance(data, list) else []


def test_the_offline_zip_says_that_nothing_is_recorded(packages: Mapping[str, ZipFile]) -> None:
    note = packages["web"].read("las-mig.txt").decode()
    assert "Inget registreras. Ingen portal får veta att kursen är gjord." in note
    assert "las-mig.txt" not in packages["scorm12"].namelist()


def test_the_offline_zip_of_an_english_course_is_in_english(built: Tree) -> None:
    english = replace(tiny(), language="en")
    package_read = ZipFile(BytesIO(package(english, "web", BuildOptions(), built)))
    assert "Nothing is recorded." in package_read.read("read-me.txt").decode()


@EVERY
def test_without_fonts_the_package_is_smaller(name: str, course: Course, built: Tree) -> None:
    bare = ZipFile(BytesIO(package(course, name, BuildOptions(fonts=False), built)))
    assert [path for path in bare.namelist() if path.endswith(".woff2")] == []


@dataclass(frozen=True)
class Without:
    """A tree in which some files have not been built."""

    tree: Tree
    missing: str

    def get(self, path: str) -> Blob | None:
        return None if path.startswith(self.missing) else self.tree.get(path)

    def paths(self) -> Sequence[str]:
        return [path for path in self.tree.paths() if not path.startswith(self.missing)]


@SCORM
@pytest.mark.parametrize("missing", ["xsd/", "player/", "licences.txt"])
def test_a_file_that_was_not_built_is_said_plainly(
    name: str, missing: str, course: Course, built: Tree
) -> None:
    with pytest.raises(NotBuilt, match="npm run build"):
        list(formats()[name].build(course, BuildOptions(), Without(built, missing)))
