"""What every sound is made of: noise, tones, envelopes and a filter."""

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
Sound = NDArray[np.float64]


def samples(seconds: float) -> int:
    return round(seconds * RATE)


def times(seconds: float) -> Sound:
    return np.arange(samples(seconds)) / RATE


def noise(seconds: float, seed: int) -> Sound:
    return np.random.default_rng(seed).standard_normal(samples(seconds))


def band(sound: Sound, low: float, high: float) -> Sound:
    """Only what lies between `low` and `high` hertz, with soft edges."""
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    below = 1 / (1 + (low / np.maximum(hertz, 1e-3)) ** 6)
    above = 1 / (1 + (hertz / high) ** 6)
    return np.fft.irfft(spectrum * below * above, len(sound))


def level(sound: Sound, peak: float) -> Sound:
    return sound * (peak / max(float(np.max(np.abs(sound))), 1e-9))


def decay(seconds: float, half: float, attack: float = 0.002) -> Sound:
    """Up at once, down to a half every `half` seconds."""
    t = times(seconds)
    rise: Sound = np.minimum(1, t / attack)
    return np.asarray(rise * 0.5 ** (t / half) * np.minimum(1, (seconds - t) / 0.01))


def swell(seconds: float, rise: float = 0.3, fall: float = 0.3) -> Sound:
    t = times(seconds)
    up = np.clip(t / rise, 0, 1)
    down = np.clip((seconds - t) / fall, 0, 1)
    return np.asarray(np.sin(up * np.pi / 2) ** 2 * np.sin(down * np.pi / 2) ** 2)


def tone(hertz: float, seconds: float) -> Sound:
    return np.sin(2 * np.pi * hertz * times(seconds))


def wander(seconds: float, per_second: float, seed: int) -> Sound:
    """A smooth line between random numbers 0..1."""
    count = max(2, round(seconds * per_second) + 2)
    marks = np.random.default_rng(seed).random(count)
    return np.interp(np.linspace(0, count - 1, samples(seconds)), np.arange(count), marks)
