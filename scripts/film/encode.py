"""Pictures and sound to one WebM: VP9 and Opus, with its length and a seek table, the same bytes every time."""

import shutil
import subprocess
import tempfile
import wave
from collections.abc import Iterable
from pathlib import Path

from scripts.film.pictures import HEIGHT, WIDTH
from scripts.film.pictures import RATE as FRAMES
from scripts.film.sound.tones import RATE, Sound

EXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1")
VIDEO = (
    *("-c:v", "libvpx-vp9", "-crf", "40", "-b:v", "0", "-g", "125", "-pix_fmt", "yuv420p"),
    *("-deadline", "good", "-cpu-used", "3", "-row-mt", "1", "-tile-columns", "1", "-auto-alt-ref", "1"),
    *("-lag-in-frames", "25", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
    *("-vf", "scale=out_color_matrix=bt709:out_range=tv"),
)
AUDIO = ("-c:a", "libopus", "-b:a", "64k", "-ar", "48000")


def webm(target: Path, frames: Iterable[bytes], sound: Sound) -> None:
    with tempfile.TemporaryDirectory() as folder:
        track = Path(folder) / "sound.wav"
        write_wave(track, sound)
        command = [
            *(ffmpeg(), "-hide_banner", "-loglevel", "error", "-y"),
            *("-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FRAMES), "-i", "-"),
            *("-i", str(track)),
            *(*VIDEO, *AUDIO, *EXACT, "-cues_to_front", "1", "-shortest", str(target)),
        ]
        _feed(command, frames)


def ffmpeg() -> str:
    program = shutil.which("ffmpeg")
    if not program:
        raise SystemExit("ffmpeg saknas; installera den för att göra om filmen.")
    return program


def write_wave(target: Path, sound: Sound) -> None:
    with wave.open(str(target), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((sound.T * 32767).astype("<i2").tobytes())


def _feed(command: list[str], frames: Iterable[bytes]) -> None:
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:  # noqa: S603 our own command
        if encoder.stdin is None:
            raise SystemExit("ffmpeg tar inte emot bilder.")
        for frame in frames:
            encoder.stdin.write(frame)
        encoder.stdin.close()
        if encoder.wait():
            raise SystemExit(f"ffmpeg slutade med {encoder.returncode}.")
