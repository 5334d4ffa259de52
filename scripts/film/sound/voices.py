"""Grown-ups who talk without words: vowels that glide, phrases that rise and fall, no consonants to catch."""

from dataclasses import dataclass

import numpy as np

from scripts.film.sound.tones import RATE, Sound, band, level, noise, samples

VOWELS = np.array(
    [
        (680, 1150, 2500),
        (450, 1850, 2550),
        (320, 2150, 2800),
        (430, 820, 2400),
        (340, 720, 2300),
        (460, 1350, 2350),
    ]
)
HARMONICS = 26
WIDTHS = (90, 120, 190)
WEIGHTS = (1.0, 0.5, 0.2)


@dataclass(frozen=True)
class Voice:
    """`pitch` in hertz, `size` of the throat, `pace` in syllables a second, `ends` 1 rises like a question."""

    pitch: float
    size: float
    pace: float = 4.6
    ends: float = -1


@dataclass(frozen=True)
class Line:
    """What one voice does from the first to the last sample."""

    pitch: Sound
    loudness: Sound
    formants: Sound


def talk(voice: Voice, seconds: float, seed: int, muffled: float = 1500) -> Sound:
    """Phrases with pauses for `seconds`; `muffled` is where the sound stops being clear."""
    said = _line(voice, samples(seconds), np.random.default_rng(seed))
    out = band(_sing(said) * said.loudness + _breath(said, seed), 70, muffled)
    return level(out, 0.5)


def _line(voice: Voice, count: int, rng: np.random.Generator) -> Line:
    marks: list[tuple[float, float, float, int]] = []
    at = 0.0
    while at < count / RATE:
        length = int(rng.integers(4, 9))
        for syllable in range(length):
            way = syllable / (length - 1)
            bend = voice.ends * 0.16 * way**2 if voice.ends > 0 else -0.16 * way
            pitch = voice.pitch * (1.06 + bend + 0.07 * rng.standard_normal())
            span = (0.8 + 0.5 * rng.random()) / voice.pace
            vowel = int(rng.integers(len(VOWELS)))
            marks += [(at, 0.25, pitch, vowel), (at + span * 0.45, 0.7 + 0.3 * rng.random(), pitch, vowel)]
            at += span
        marks += [(at, 0.0, voice.pitch, 0), (at + 0.3 + 0.5 * rng.random(), 0.0, voice.pitch, 0)]
        at = marks[-1][0] + 0.02
    return _drawn(voice, marks, count)


def _drawn(voice: Voice, marks: list[tuple[float, float, float, int]], count: int) -> Line:
    clock = np.arange(count) / RATE
    when = [mark[0] for mark in marks]
    shapes = VOWELS[[mark[3] for mark in marks]] * voice.size
    return Line(
        pitch=np.interp(clock, when, [mark[2] for mark in marks]),
        loudness=np.interp(clock, when, [mark[1] for mark in marks]) ** 1.4,
        formants=np.stack([np.interp(clock, when, shapes[:, part]) for part in range(3)]),
    )


def _sing(said: Line) -> Sound:
    """Every overtone is as loud as the mouth lets it be at that moment."""
    phase = 2 * np.pi * np.cumsum(said.pitch) / RATE
    out: Sound = np.zeros_like(phase)
    for overtone in range(1, HARMONICS + 1):
        hertz = said.pitch * overtone
        mouth = sum(
            weight / (1 + ((hertz - formant) / width) ** 2)
            for formant, width, weight in zip(said.formants, WIDTHS, WEIGHTS, strict=True)
        )
        out += np.sin(phase * overtone) * (mouth + 0.02) / overtone**0.7
    return out


def _breath(said: Line, seed: int) -> Sound:
    air = band(noise(len(said.pitch) / RATE, seed + 1)[: len(said.pitch)], 300, 1800)
    return air * said.loudness * (1 - said.loudness) * 0.08
