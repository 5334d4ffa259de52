"""`check --fix`: the ids that are missing, written into the files where they belong."""

import re
import secrets
from pathlib import Path
from unicodedata import normalize

from course_builder.content.fix import completed
from course_builder.content.reading import Reading
from course_builder.paths.atomic import replacing

WRITTEN_ID = re.compile(r"\bid:\s*([A-Za-z0-9_-]+)")
MARK = "\ufeff"


def write_missing_ids(reading: Reading) -> dict[str, int]:
    """How many ids were written into which file; each file is whole before and after."""
    texts = {gap.place.file: _on_disk(gap.place.file).read_bytes().decode("utf-8") for gap in reading.gaps}
    marks = {file: MARK for file, text in texts.items() if text.startswith(MARK)}
    plain = {file: text.removeprefix(MARK) for file, text in texts.items()}
    taken = {name for source in reading.sources.values() for name in WRITTEN_ID.findall(source.text)}
    for file, text in completed(plain, reading.gaps, taken, secrets.choice).items():
        with replacing(_on_disk(file)) as out:
            out.write((marks.get(file, "") + text).encode("utf-8"))
    return {file: sum(gap.place.file == file for gap in reading.gaps) for file in texts}


def _on_disk(file: str) -> Path:
    """As the tree finds it: a Mac spells å as a and a ring."""
    path = Path(file)
    apart = path.with_name(normalize("NFD", path.name))
    return path if path.exists() or not apart.exists() else apart
