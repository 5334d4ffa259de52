"""The small sounds of the room; each function gives one of them."""

import numpy as np

from scripts.film.sound.tones import Sound, band, decay, level, noise, samples, swell, times, tone, wander


def tick(seed: int) -> Sound:
    """A wall clock; even and odd seconds differ a little."""
    pitch = 1150 if seed % 2 else 980
    knock = tone(pitch, 0.09) * decay(0.09, 0.009) + 0.5 * tone(pitch * 2.3, 0.09) * decay(0.09, 0.004)
    return level(knock + band(noise(0.09, seed), 2500, 7000) * decay(0.09, 0.003) * 0.6, 0.5)


def step(seed: int, weight: float = 1) -> Sound:
    """A heel and a sole; a child weighs less and sounds higher."""
    rng = np.random.default_rng(seed)
    pitch = (78 + 6 * rng.random()) / weight**0.6
    heel = tone(pitch, 0.22) * decay(0.22, 0.03) + 0.4 * tone(pitch * 1.9, 0.22) * decay(0.22, 0.016)
    sole = band(noise(0.22, seed), 350, 2600) * decay(0.22, 0.014) * 0.5
    late = np.roll(sole, samples(0.05)) * 0.45
    return level(heel + sole + late, 0.5) * weight


def door(seed: int) -> Sound:
    """The handle, the leaf through the air, and the latch when it falls to."""
    out = np.zeros(samples(3.4))
    _put(out, 0.0, band(noise(0.12, seed), 900, 5000) * decay(0.12, 0.012) * 0.5)
    _put(
        out,
        0.14,
        tone(210, 0.2) * decay(0.2, 0.03) * 0.4
        + band(noise(0.2, seed + 1), 400, 3000) * decay(0.2, 0.02) * 0.3,
    )
    _put(out, 0.25, band(noise(0.9, seed + 2), 150, 700) * swell(0.9, 0.35, 0.5) * 0.5)
    _put(
        out,
        2.7,
        tone(95, 0.5) * decay(0.5, 0.06) + band(noise(0.5, seed + 3), 200, 1800) * decay(0.5, 0.03) * 0.5,
    )
    return level(out, 0.5)


def rustle(seed: int, seconds: float = 0.8) -> Sound:
    """Paper: many small cracks under one movement of the hand."""
    rng = np.random.default_rng(seed)
    cracks = (rng.random(samples(seconds)) < 0.004) * rng.random(samples(seconds))
    cracks = np.convolve(cracks, np.exp(-np.arange(240) / 60))[: samples(seconds)]
    body = band(noise(seconds, seed), 1400, 9000) * (0.15 + cracks) * swell(seconds, 0.12, 0.4)
    return level(body * (0.4 + wander(seconds, 14, seed)), 0.5)


def squeak(seed: int) -> Sound:
    """A chair that is sat on: two short complaints."""
    out = np.zeros(samples(0.7))
    for at, start, end in ((0.0, 620, 840), (0.36, 760, 560)):
        seconds = 0.2
        pitch = np.linspace(start, end, samples(seconds)) * (1 + 0.02 * wander(seconds, 60, seed))
        phase = 2 * np.pi * np.cumsum(pitch) / 48_000
        voice = np.sin(phase) + 0.5 * np.sin(2 * phase) + 0.3 * np.sin(3 * phase)
        _put(out, at, voice * swell(seconds, 0.05, 0.1) * (0.5 + 0.5 * wander(seconds, 45, seed + 1)))
    return level(band(out, 300, 4000), 0.5)


def cloth(seed: int, seconds: float = 1.6) -> Sound:
    moved = 0.3 + wander(seconds, 7, seed)
    return level(band(noise(seconds, seed), 250, 2400) * swell(seconds, 0.6, 0.7) * moved, 0.5)


def pencil(seed: int, seconds: float) -> Sound:
    """Graphite on paper: louder when the hand is fast."""
    speed = wander(seconds, 7, seed) ** 1.5
    grain = band(noise(seconds, seed), 1800, 7500) + 0.6 * band(noise(seconds, seed + 1), 500, 1100)
    return level(grain * speed * swell(seconds, 0.08, 0.15), 0.5)


def phone(seed: int) -> Sound:
    """Somewhere a telephone rings twice."""
    out = np.zeros(samples(3.2))
    trill = (tone(880, 0.8) + tone(1100, 0.8) * 0.7) * (
        0.55 + 0.45 * np.sign(np.sin(2 * np.pi * 17 * times(0.8)))
    )
    for at in (0.0, 1.7):
        _put(out, at, trill * swell(0.8, 0.03, 0.2))
    return level(band(out, 400, 1500), 0.5)


def room(seconds: float, seed: int) -> Sound:
    """What a room sounds like when nothing happens: air that moves in a duct."""
    air = band(noise(seconds, seed), 40, 260) + 0.25 * band(noise(seconds, seed + 1), 260, 1100)
    return level(air * (0.8 + 0.2 * wander(seconds, 0.4, seed)), 0.5)


def _put(out: Sound, at: float, sound: Sound) -> None:
    start = samples(at)
    out[start : start + len(sound)] += sound[: len(out) - start]
