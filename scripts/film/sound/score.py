"""Which sound comes when, in the film's own seconds."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.film.sound import foley
from scripts.film.sound.tones import Sound


@dataclass(frozen=True)
class Cue:
    """A sound at a moment; `gain` in decibels, `pan` -1 left to 1 right."""

    at: float
    sound: Sound
    gain: float
    pan: float = 0


@dataclass(frozen=True)
class Talk:
    """A voice between two moments; it goes on through a still picture."""

    start: float
    end: float
    pitch: float
    size: float
    gain: float
    pan: float
    muffled: float = 1500
    ends: float = -1
    pace: float = 4.6


TALKS = (
    Talk(16.3, 22.2, 118, 1.0, -17, 0.45),
    Talk(18.0, 22.2, 196, 1.12, -18, -0.45),
    Talk(22.0, 39.6, 118, 1.0, -13.5, 0.5),
    Talk(23.1, 39.4, 196, 1.12, -14.5, -0.5),
    Talk(30.0, 39.8, 148, 1.05, -14.5, 0.15),
    Talk(44.8, 52.4, 112, 1.0, -21, 0.6, muffled=420),
    Talk(45.6, 52.0, 188, 1.1, -22, 0.7, muffled=420),
    Talk(59.8, 61.8, 205, 1.15, -17, 0.2, muffled=2300, ends=1, pace=3.6),
    Talk(62.6, 64.3, 205, 1.15, -18, 0.2, muffled=2300, pace=3.6),
    Talk(65.0, 66.4, 205, 1.15, -18, 0.2, muffled=2300, ends=1, pace=3.6),
    Talk(67.0, 68.8, 205, 1.15, -18, 0.2, muffled=2300, ends=1, pace=3.6),
)


def cues() -> Iterator[Cue]:
    yield Cue(10.0, foley.squeak(1), -22, 0)
    yield Cue(11.9, foley.door(2), -14, 0.85)
    yield from walk(13.2, 16.0, 0.5, -15, 0.9, 0.3)
    yield Cue(25.5, foley.rustle(3, 1.0), -15, 0.1)
    yield Cue(26.4, foley.rustle(4, 0.7), -18, -0.3)
    yield Cue(31.0, foley.rustle(5, 0.9), -15, 0)
    yield Cue(31.9, foley.rustle(6, 0.8), -18, 0.2)
    yield Cue(38.4, foley.cloth(7, 1.0), -28, 0)
    yield from walk(45.2, 48.4, 0.55, -11, -0.9, 0.9)
    yield from walk(48.0, 51.4, 0.55, -12, 0.9, -0.9)
    yield Cue(48.7, foley.phone(8), -33, -0.6)
    yield Cue(51.9, foley.door(9), -14, 0.5)
    yield from walk(52.8, 54.6, 0.5, -13, 0.45, 0.2)
    yield Cue(57.1, foley.cloth(10, 2.2), -22, 0.2)
    yield Cue(60.2, foley.cloth(11, 0.9), -30, -0.1)
    yield Cue(62.4, foley.pencil(12, 2.0), -20, -0.2)
    yield Cue(64.8, foley.pencil(13, 1.5), -20, 0)
    yield Cue(66.7, foley.pencil(14, 1.8), -20, 0.2)
    yield Cue(69.2, foley.cloth(15, 0.8), -30, 0.1)
    yield Cue(72.0, foley.cloth(16, 0.9), -28, 0)
    yield Cue(75.0, foley.pencil(17, 3.0), -18, 0.25)
    yield from walk(80.3, 88.0, 0.62, -20, -0.3, -0.1)
    yield from walk(80.5, 88.0, 0.60, -20, 0.3, 0.1)
    yield from walk(80.2, 88.0, 0.42, -21, 0, 0, weight=0.55)


def walk(
    start: float, end: float, pace: float, gain: float, left: float, right: float, weight: float = 1
) -> Iterator[Cue]:
    """Steps from one side to the other."""
    count = int((end - start) / pace) + 1
    for number in range(count):
        pan = left + (right - left) * number / max(1, count - 1)
        yield Cue(start + number * pace, foley.step(number + round(start * 10), weight), gain, pan)
