"""When the machine says no: exit code 3, words that name the place and the way out, nothing half-written."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from course_builder.cli.failures import machine_words
from course_builder.cli.words import Say
from course_builder.packaging.copying import Changed

COMMAND = str(Path(sys.executable).parent / "course-builder")
OBEY = [
    "setpriv",
    "--bounding-set",
    "-dac_override,-dac_read_search",
]  # root, but bound by permissions as others are


def call(*words: str, folder: Path, before: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*(before or []), COMMAND, *words], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a course of its own in it."""
    assert call("new", "min-kurs", "--from", "sjalvstudier", folder=tmp_path).returncode == 0
    return tmp_path


def build(folder: Path, before: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    return call("build", "min-kurs", "--output", "ut", folder=folder, before=before)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "ut").iterdir())


def test_a_full_disk(folder: Path) -> None:
    small_files_only = ["bash", "-c", 'ulimit -f 50; exec "$0" "$@"']
    done = build(folder, small_files_only)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Disken är full (ut/min-kurs-scorm12.zip). ")
    assert left(folder) == []


def test_words_that_do_not_fit_on_a_full_disk(folder: Path) -> None:
    done = call("check", "min-kurs", folder=folder, before=["bash", "-c", 'exec "$0" "$@" > /dev/full'])
    assert done.returncode == 3
    assert done.stderr.startswith("Disken är full. ")


def test_a_file_that_changes_while_it_is_packed() -> None:
    assert machine_words(Changed(), Say("sv")).startswith("En fil ändrades medan paketet gjordes. ")


def test_an_output_that_may_not_be_written(folder: Path) -> None:
    (folder / "ut").mkdir(mode=0o555)
    done = build(folder, OBEY if os.geteuid() == 0 else None)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Du får inte läsa eller skriva här: ")
    assert left(folder) == []


def test_an_output_that_is_a_file(folder: Path) -> None:
    (folder / "ut").write_text("upptagen")
    done = build(folder)
    assert (done.returncode, done.stderr) == (3, "ut är en fil; där behövs en mapp.\n")


def test_a_failed_build_leaves_the_earlier_package(folder: Path) -> None:
    assert build(folder).returncode == 0
    package = folder / "ut/min-kurs-scorm12.zip"
    before = package.read_bytes()
    assert build(folder, ["bash", "-c", 'ulimit -f 50; exec "$0" "$@"']).returncode == 3
    assert package.read_bytes() == before
    assert left(folder) == ["min-kurs-scorm12-brev.txt", "min-kurs-scorm12.zip"]


def test_two_builds_into_one_folder(folder: Path) -> None:
    words = [COMMAND, "build", "min-kurs", "--output", "ut"]
    both = [subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert left(folder) == ["min-kurs-scorm12-brev.txt", "min-kurs-scorm12.zip"]
    with ZipFile(folder / "ut/min-kurs-scorm12.zip") as package:
        assert package.testzip() is None


def test_errors_in_the_course_give_no_package(folder: Path) -> None:
    (folder / "min-kurs/course.yaml").write_text("id: min-kurs\n")
    done = build(folder)
    assert done.returncode == 1
    assert done.stderr == "min-kurs: inget paket görs förrän felen är rättade (2).\n"
    assert not (folder / "ut").exists()


def test_nobody_reads_any_longer(folder: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", '"$0" check . -v | true; echo "${PIPESTATUS[0]}"', COMMAND],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "141")  # 0: all was written before the reader left


def test_an_interrupt_while_it_starts_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    done = subprocess.run(
        [COMMAND, "formats"],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
