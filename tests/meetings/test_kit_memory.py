"""A kit's film is never held in memory: a child process packs a gigabyte, and what it holds is a fraction of that."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

GIGABYTE = 1 << 30
CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from course_builder.meetings.course_kit import course_kit, plans
from course_builder.packaging import zipwriter
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from tests.packaging.disk import DiskBlob, HoleFile
from tests.paper.little_hour import TODAY, little

film, target = map(Path, sys.argv[1:])
course = little()
media = [replace(one, blob=DiskBlob(film)) if one.kind == "film" else one for one in course.media]
course = replace(course, media=tuple(media))
kit = course_kit(course, plans(course)[0], FolderTree(TEMPLATES), FolderTree(BUILT), TODAY)
with target.open("w+b") as out:
    zipwriter.write(HoleFile(out), kit.files())
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) << 10)  # ru_maxrss would count the process that started us
"""


def test_a_gigabyte_of_film_in_a_fraction_of_it(tmp_path: Path, repository: Path) -> None:
    film, target = tmp_path / "film.webm", tmp_path / "kit.zip"
    with film.open("wb") as out:
        out.truncate(GIGABYTE)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, film, target],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    with ZipFile(target) as kit:
        assert kit.getinfo("media/filmen.webm").file_size == GIGABYTE
    assert int(child.stdout) < GIGABYTE / 4
