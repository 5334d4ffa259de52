"""The narrator's voice: somebody's own recordings if there are any, else espeak-ng, calm and slow."""

import shutil
import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np

from scripts.film.narration import NARRATION
from scripts.film.sound.tones import RATE, Sound, band

VOICE = ("-v", "sv", "-s", "142", "-p", "40", "-a", "160", "-g", "1")


def spoken(recordings: Path | None = None) -> list[tuple[float, Sound]]:
    """Every line with its time; recordings are named 01.wav, 02.wav and so on."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for number, said in enumerate(NARRATION, start=1):
            place = (recordings or Path(folder)) / f"{number:02}.wav"
            if not recordings:
                _synthesise(said.text, place)
            lines.append((said.at, _clear(_read(place))))
        return lines


def _synthesise(text: str, place: Path) -> None:
    program = shutil.which("espeak-ng")
    if not program:
        raise SystemExit("espeak-ng saknas; installera den eller läs in egna inspelningar.")
    subprocess.run([program, *VOICE, "-w", str(place), text], check=True)  # noqa: S603 our own words


def _read(place: Path) -> Sound:
    with wave.open(str(place)) as file:
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2") / 32768
        sound = raw.reshape(-1, file.getnchannels()).mean(axis=1)
        return _resampled(sound, file.getframerate())


def _resampled(sound: Sound, rate: int) -> Sound:
    """To the film's rate, exactly, by its spectrum."""
    count = round(len(sound) * RATE / rate)
    spectrum = np.fft.rfft(sound)
    full = np.zeros(count // 2 + 1, dtype=complex)
    full[: min(len(full), len(spectrum))] = spectrum[: len(full)]
    return np.fft.irfft(full, count) * count / len(sound)


def _clear(sound: Sound) -> Sound:
    """Without silence around, without rumble and hiss, all lines equally loud."""
    heard = np.flatnonzero(np.abs(sound) > 0.01 * np.max(np.abs(sound)))
    kept = band(sound[heard[0] : heard[-1] + RATE // 20], 90, 7000)
    loud = kept[np.abs(kept) > 0.05 * np.max(np.abs(kept))]
    return np.clip(kept * (0.16 / float(np.sqrt(np.mean(loud**2)))), -0.9, 0.9)
