"""The tune: three notes that wait for an answer in the beginning, and get one in the end."""

import numpy as np

from scripts.film.sound.tones import Sound, level, samples, times

BEAT = 0.62
WAITS = ((0, 72, 2), (2, 69, 1), (3, 74, 4))
# One bar of three beats a line: (beat, key, beats).
MELODY = (
    *((0, 72, 2), (2, 69, 1)),
    *((3, 74, 2), (5, 72, 1)),
    *((6, 69, 1), (7, 67, 1), (8, 65, 1)),
    (9, 67, 3),
    *((12, 72, 2), (14, 69, 1)),
    *((15, 74, 1), (16, 76, 1), (17, 77, 1)),
    *((18, 76, 1), (19, 72, 1), (20, 67, 1)),
    *((21, 65, 4), (21, 69, 4)),
)
BASS = ((53, 60), (58, 65), (50, 57), (48, 55), (53, 60), (58, 65), (48, 58), (41, 53, 60))


def waiting() -> Sound:
    return _play(WAITS, 7.5)


def answer() -> Sound:
    """The whole tune with its bass, about 15 seconds."""
    bass = tuple(
        (bar * 3 + 0.02 * order, key, 4) for bar, keys in enumerate(BASS) for order, key in enumerate(keys)
    )
    return level(_play(MELODY, 16) + 0.5 * _play(bass, 16), 0.5)


def _play(notes: tuple[tuple[float, int, float], ...], seconds: float) -> Sound:
    out = np.zeros(samples(seconds))
    for beat, key, beats in notes:
        start = samples(beat * BEAT)
        sound = _note(440 * 2 ** ((key - 69) / 12), beats * BEAT + 1.6)
        out[start : start + len(sound)] += sound[: len(out) - start]
    return level(out, 0.5)


def _note(hertz: float, seconds: float) -> Sound:
    """A felt hammer on a bar: round at once, then long and soft."""
    t = times(seconds)
    rise = np.minimum(1, t / 0.012)
    parts = ((1, 1.0, 0.75), (2, 0.28, 0.42), (3, 0.1, 0.25), (4.02, 0.07, 0.12))
    out = sum(gain * np.sin(2 * np.pi * hertz * part * t) * 0.5 ** (t / half) for part, gain, half in parts)
    return np.asarray(out * rise * np.clip((seconds - t) / 0.3, 0, 1))
