"""Two thousand damaged files: a clear answer to each, nothing left behind, and no process that dies of it (trust 9, 15, 16)."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from struct import error as StructError

import pytest
from PIL import Image

from course_builder.content.captions import parse, write
from course_builder.library.pictures.drawing import NotADrawing, clean
from course_builder.library.pictures.rewrite import FORMATS, TooManyPixels, rewrite
from course_builder.library.uploads.examining import Fit, ToConvert, examine
from course_builder.library.uploads.kinds import kind_of
from course_builder.people.refused import Refused
from tests.library.uploads.honest import SRT, SVG, VTT, every, film, picture

SEED = 20261122
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, ZeroDivisionError, OverflowError,
              MemoryError, RuntimeError, StructError, TooManyPixels, Image.DecompressionBombError)  # fmt: skip
"""What Pillow says of a picture it cannot read. In the application it says so in a child, where anything means no."""


def mutants(data: bytes, chance: Random, count: int) -> Iterator[bytes]:
    """Bytes changed, cut out, doubled, broken off; headers more than the rest."""
    for _ in range(count):
        made = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(min(len(made), chance.choice([16, 256, len(made)])))
            what = chance.randrange(5)
            if what == 0:
                made[at] = chance.randrange(256)
            elif what == 1:
                made[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff"])
            elif what == 2:
                del made[at : at + chance.randint(1, 64)]
            elif what == 3:
                made[at:at] = made[at : at + chance.randint(1, 64)]
            else:
                del made[max(at, 1) :]
            if not made:
                made = bytearray(b"\0")
        yield bytes(made)


def test_a_thousand_damaged_pictures_are_read_or_refused(tmp_path: Path) -> None:
    """trust 9: in this process, to find out what Pillow can say."""
    chance = Random(SEED)
    source, target = tmp_path / "in", tmp_path / "ut"
    read = 0
    for suffix, kind in FORMATS.items():
        for mutant in mutants(picture(kind), chance, 150):
            source.write_bytes(mutant)
            try:
                rewrite(source, target, suffix)
                read += 1
            except UNREADABLE:
                continue
    assert read > 50


def test_five_hundred_damaged_drawings_have_nothing_that_acts() -> None:
    """trust 8."""
    chance = Random(SEED)
    hostile = SVG.replace(
        b"<circle", b'<script>alert(1)</script><circle onload="alert(1)" fill="url(http://x.se/a)"'
    )
    for mutant in mutants(hostile, chance, 500):
        try:
            kept = clean(mutant)
        except NotADrawing:
            continue
        assert not [word for word in (b"<script", b"onload", b"x.se") if word in kept]


def test_a_thousand_damaged_caption_files_become_clean_captions() -> None:
    """trust 16."""
    chance = Random(SEED)
    for data in (VTT, SRT):
        for mutant in mutants(data.replace("dörr".encode(), b"<script>d</script><c.red>rr"), chance, 500):
            read = parse(mutant)
            text = write(read.cues)
            assert "<script" not in text
            assert parse(text).cues == tuple(
                type(cue)(cue.start, cue.end, cue.text, again.line)
                for cue, again in zip(read.cues, parse(text).cues, strict=True)
            )


def test_what_a_damaged_file_is_can_always_be_asked() -> None:
    chance = Random(SEED)
    for data in every().values():
        for mutant in mutants(data, chance, 40):
            kind_of(BytesIO(mutant))


@pytest.mark.parametrize(
    "name",
    ["film.mp4", "film.webm", "film.mov", "film.avi", "sound.mp3", "sound.ogg", "bild.jpg", "bild.avif"],
)
def test_damaged_films_through_the_whole_of_it(tmp_path: Path, name: str) -> None:
    """trust 15: ffprobe and Pillow in their children; what is refused has left nothing."""
    chance = Random(SEED)
    data = (
        film(name)
        if not name.startswith("bild")
        else picture(name.rpartition(".")[2].replace("jpg", "jpeg").upper())
    )
    _examined(tmp_path, name, mutants(data, chance, 8), examine)


def _examined(
    folder: Path, name: str, files: Iterator[bytes], look: Callable[[Path, str], Fit | ToConvert]
) -> None:
    part = folder / "part"
    for mutant in files:
        part.write_bytes(mutant)
        try:
            found = look(part, name)
        except Refused as refused:
            assert name in refused.sv
            assert [one.name for one in folder.iterdir()] == ["part"]
            continue
        if isinstance(found, Fit) and found.file != part:
            found.file.unlink()
