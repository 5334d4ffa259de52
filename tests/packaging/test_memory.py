"""A film is never held in memory: a child process with 100 MB packs two gigabytes."""

import subprocess
import sys
from pathlib import Path

CHILD = """
import resource, sys
from pathlib import Path
from course_builder.content.file import File
from course_builder.packaging import zipwriter
from tests.packaging.disk import DiskBlob, HoleFile

limit = 100 << 20
resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
long, short, target = map(Path, sys.argv[1:])
with target.open("w+b") as out:
    zipwriter.write(HoleFile(out), [File("long.webm", DiskBlob(long))])
with target.open("w+b") as out:
    zipwriter.write(out, [File("short.webm", DiskBlob(short)), File("text.html", DiskBlob(short))])
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) << 10)  # ru_maxrss would count the process that started us
"""


def test_two_gigabytes_in_a_hundred_megabytes(tmp_path: Path, repository: Path) -> None:
    long, short = tmp_path / "long.webm", tmp_path / "short.webm"
    for path, size in ((long, 2 << 30), (short, 150 << 20)):
        with path.open("wb") as film:
            film.truncate(size)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, long, short, tmp_path / "package.zip"],
        cwd=repository, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    assert int(child.stdout) < 100 << 20
