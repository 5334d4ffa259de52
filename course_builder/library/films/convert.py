"""A film that browsers cannot play, made into an MP4 that they can: H.264 and AAC, at most 1920 wide, ready to start."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from course_builder.library.films.playable import only_repacked
from course_builder.library.films.probe import CONTAINERS, Probed
from course_builder.library.limited.run import GIGABYTE, Limits, run

PROGRAM = "ffmpeg"
WIDEST = 1920
COPIED = ("-c", "copy")
REMADE = (
    "-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-pix_fmt", "yuv420p", "-threads", "2",
    "-vf", f"scale='min({WIDEST},iw)':-2",
    "-c:a", "aac", "-b:a", "160k", "-ac", "2",
)  # fmt: skip
ATTEMPT_SECONDS, SECONDS_PER_SECOND = 300, 20
"""Processor time: what any film gets, and what each second of it gets beside."""


def can_convert() -> bool:
    return shutil.which(PROGRAM) is not None


def convert(
    source: Path, target: Path, probed: Probed, most_bytes: int, progress: Callable[[float], object]
) -> bool:
    """Whether `target` is a whole film now; when not, it is gone. `progress` hears how much is done, 0 to 1."""
    seconds = ATTEMPT_SECONDS + SECONDS_PER_SECOND * probed.milliseconds // 1000
    limits = Limits(cpu=seconds, wall=float(seconds), memory=4 * GIGABYTE, written=most_bytes)
    ended = run(
        _command(source, target, probed), limits, lambda line: _told(line, probed.milliseconds, progress)
    )
    if not ended.well:
        target.unlink(missing_ok=True)
    return ended.well


def _command(source: Path, target: Path, probed: Probed) -> Sequence[str]:
    return [
        PROGRAM, "-nostdin", "-v", "error", "-y", "-protocol_whitelist", "file,pipe", "-format_whitelist", CONTAINERS,
        "-i", f"file:{source}", "-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1",
        *(COPIED if only_repacked(probed) else REMADE),
        "-movflags", "+faststart", "-progress", "pipe:1", "-f", "mp4", f"file:{target}",
    ]  # fmt: skip


def _told(line: str, milliseconds: int, progress: Callable[[float], object]) -> None:
    name, _, value = line.partition("=")
    if name == "out_time_us" and value.strip().isdigit() and milliseconds:
        progress(min(1.0, int(value) / 1000 / milliseconds))
