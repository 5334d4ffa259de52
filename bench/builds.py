"""How long a build takes, how large a package gets, and how both grow."""

import gzip
import os
import shutil
import time
from pathlib import Path

from bench.courses import course, small
from bench.process import best, in_process, run
from bench.table import kilobytes, seconds, show
from course_builder.packaging.formats import OWN
from course_builder.paths.shipped import BUILT, COURSES

LENGTHS = (10, 100, 1000)
FILM_BYTES = 500_000_000
PIECE = 1_000_000
WEBM = b"\x1aE\xdf\xa3"
"""What a WebM file begins with; the rest may be noise."""
FILM_BLOCK = """
```film
id: film
title: En lång film
file: media/film.webm
length: 10:00
captions:
  sv: media/film.sv.vtt
described:
  none_needed: Filmen är brus.
rights:
  basis: own work
  checked_on: 2026-11-21
```
"""


def compressed(*names: str) -> int:
    return sum(len(gzip.compress((BUILT / "player" / name).read_bytes(), 6)) for name in names)


def small_course(folder: Path) -> None:
    liten, out = small(folder / "liten"), folder / "ut"
    ours = best(5, "build", liten, "--output", out)
    inside = in_process(["build", liten, "--output", out])
    size = (out / "liten-scorm12.zip").stat().st_size
    show(
        "The small course to SCORM 1.2 (goal: 0.4 s from cold, 0.1 s inside, zip under 300 kB, 25 kB of script and sheet)",
        ["", "build", "inside", "zip", "JS + CSS gzip"],
        [
            ["LiaScript's exporter", "2.3 s", "", "7500 kB", "1250 kB"],
            ["Adapt", "3.6 s", "", "900 kB", "426 kB"],
            ["course-builder", seconds(ours.seconds), seconds(inside), kilobytes(size), _shipped("scorm12")],
            ["course-builder cmi5", "", "", "", _shipped("cmi5")],
        ],
    )


def _shipped(channel: str) -> str:
    return f"{compressed(f'{channel}.js', 'player.css') / 1000:.1f} kB"


def shipped_course(folder: Path) -> None:
    source, out = COURSES / "grundutbildning", folder / "grund"
    one = best(3, "build", source, "--output", out)
    five = best(3, "build", source, "--format", ",".join(OWN), "--output", out)
    check = best(3, "check", source)
    show(
        "grundutbildning (goal: 1.0 s, all five formats 2.0 s)",
        ["build scorm12", "build all five", "check", "peak memory"],
        [[seconds(one.seconds), seconds(five.seconds), seconds(check.seconds), f"{five.peak_mb:.0f} MB"]],
    )


def growth(folder: Path) -> None:
    rows, before = [], None
    for lessons in LENGTHS:
        source = course(folder / f"lang-{lessons}", lessons=lessons, words=300, questions=10)
        build = best(2, "build", source, "--output", folder / "langa").seconds
        check = best(2, "check", source).seconds
        slopes = ["", ""]
        if before is not None:
            step = lessons - before[0]
            slopes = [
                f"{1000 * (now - then) / step:.2f} ms"
                for now, then in zip((build, check), before[1:], strict=True)
            ]
        rows.append([str(lessons), seconds(build), slopes[0], seconds(check), slopes[1]])
        before = (lessons, build, check)
    head = ["lessons", "build", "per added lesson", "check", "per added lesson"]
    show(
        "How time grows (goal: 1000 lessons build in 5 s, check in 3 s, the slope stays the same)", head, rows
    )


def large_film(folder: Path) -> None:
    if shutil.disk_usage(folder).free < 6 * FILM_BYTES:
        print("\nThe 500 MB film is left out: the disk has not room enough.")
        return
    source = course(folder / "filmkurs", lessons=1, words=300, questions=0, film=FILM_BLOCK)
    film = _film(source / "media")
    copied = min(_copy_seconds(film, folder / "kopia") for _ in range(3))
    runs = [run("build", source, "--output", folder / f"film-{number}") for number in range(3)]
    whole = min(runs, key=lambda one: one.seconds)
    inside = min(in_process(["build", source, "--output", out], out) for out in [folder / "film"] * 3)
    show(
        "A 500 MB film against cp on the same disk, both to the disk (goal: 60 % of its speed, 100 MB of memory; zipfile 34-38 %)",
        ["", "seconds", "speed of cp", "peak memory"],
        [
            ["cp", seconds(copied), "", ""],
            ["reading, checking, packing", seconds(inside), f"{copied / inside:.0%}", ""],
            [
                "with the start of Python",
                seconds(whole.seconds),
                f"{copied / whole.seconds:.0%}",
                f"{whole.peak_mb:.0f} MB",
            ],
        ],
    )


def _film(media: Path) -> Path:
    media.mkdir()
    (media / "film.sv.vtt").write_text("WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nBrus.\n", "utf-8")
    piece, film = os.urandom(PIECE), media / "film.webm"
    with film.open("wb") as out:
        out.write(WEBM)
        for _ in range(FILM_BYTES // PIECE):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    return film


def _copy_seconds(film: Path, copy: Path) -> float:
    """`cp` and then to the disk, as a build does."""
    started = time.perf_counter()
    shutil.copyfile(film, copy)
    descriptor = os.open(copy, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    spent = time.perf_counter() - started
    copy.unlink()
    return spent
