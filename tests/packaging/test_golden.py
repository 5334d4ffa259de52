"""What the tiny course becomes in each format: the list of files and the manifest. `make golden` rewrites."""

import os
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from course_builder.packaging.formats import OWN

GOLDEN = Path(__file__).parent.parent / "golden"
WRITTEN_OUT = ("imsmanifest.xml", "cmi5.xml", "las-mig.txt")


def expected(path: Path, made: str) -> str:
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", OWN)
def test_golden_files(name: str, packages: Mapping[str, ZipFile]) -> None:
    paths = packages[name].namelist()
    made = "".join(f"{path}\n" for path in paths)
    assert made == expected(GOLDEN / name / "files.txt", made)
    for path in set(paths) & set(WRITTEN_OUT):
        text = packages[name].read(path).decode()
        assert text == expected(GOLDEN / name / path, text)
