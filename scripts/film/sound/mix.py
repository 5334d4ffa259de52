"""All sounds on one stereo track, in a small room, with the narrator on top where there is one."""

from collections.abc import Callable, Sequence

import numpy as np

from scripts.film.sound import foley, tune
from scripts.film.sound.score import TALKS, Talk, cues
from scripts.film.sound.tones import RATE, Sound, band, noise, samples, swell, times
from scripts.film.sound.voices import Voice, talk

TUNE_ENDS = 93.3
TICKS_UNTIL = 88.0
CEILING = 0.7
Clock = Callable[[float], float]


def soundtrack(length: float, clock: Clock, narration: Sequence[tuple[float, Sound]] = ()) -> Sound:
    """Two rows of samples; `clock` turns the film's seconds into this version's."""
    dry = np.zeros((2, samples(length)))
    for cue in cues():
        put(dry, clock(cue.at), cue.sound, cue.gain, cue.pan)
    for number, one in enumerate(TALKS):
        put(dry, clock(one.start), _voice(one, clock, number), one.gain, one.pan)
    for second in range(1, round(clock(TICKS_UNTIL))):
        put(dry, second, foley.tick(second), _tick_gain(second, clock), 0.3)
    wet = dry + _echo(dry)
    answer = tune.answer()
    put(wet, 0.7, tune.waiting(), -19, 0)
    put(wet, clock(TUNE_ENDS) - 24 * tune.BEAT, answer, -13.5, 0)
    wet += 10 ** (-40 / 20) * np.stack([foley.room(length, 90), foley.room(length, 91)])
    return finished(under(wet, narration), length)


def put(track: Sound, at: float, sound: Sound, gain: float, pan: float) -> None:
    start = samples(at)
    kept = sound[: max(0, track.shape[1] - start)] * 10 ** (gain / 20)
    angle = (pan + 1) * np.pi / 4
    track[0, start : start + len(kept)] += kept * np.cos(angle) * np.sqrt(2)
    track[1, start : start + len(kept)] += kept * np.sin(angle) * np.sqrt(2)


def under(track: Sound, narration: Sequence[tuple[float, Sound]]) -> Sound:
    """The film steps back while the narrator speaks."""
    if not narration:
        return track
    back = np.zeros(track.shape[1])
    for at, speech in narration:
        seconds = len(speech) / RATE + 0.7
        start = max(0, samples(at - 0.35))
        veil = swell(seconds, 0.3, 0.35)[: len(back) - start]
        back[start : start + len(veil)] = np.maximum(back[start : start + len(veil)], veil)
    out = track * (1 - 0.62 * back)
    for at, speech in narration:
        put(out, at, speech, -5.5, 0)
    return out


def finished(track: Sound, length: float) -> Sound:
    """Soft at both ends, and the loudest moment at the ceiling."""
    ends = np.clip(times(length) / 0.4, 0, 1) * np.clip((length - times(length)) / 0.8, 0, 1)
    out = track * ends
    return out * (CEILING / float(np.max(np.abs(out))))


def _voice(one: Talk, clock: Clock, number: int) -> Sound:
    seconds = clock(one.end) - clock(one.start)
    said = talk(Voice(one.pitch, one.size, one.pace, one.ends), seconds, 40 + number, one.muffled)
    return said * swell(seconds, 0.25, 0.5)


def _tick_gain(second: int, clock: Clock) -> float:
    """The clock is loudest when nobody talks."""
    if clock(16) < second < clock(39.5) or clock(44.5) < second < clock(57):
        return -36
    return -27 if second < clock(57) else -33


def _echo(dry: Sound) -> Sound:
    fade = 0.5 ** (times(0.45) / 0.055)
    rows = []
    for side in (0, 1):
        wall = band(noise(0.45, 70 + side), 150, 4500) * fade * 0.02
        size = dry.shape[1] + len(wall) - 1
        both = np.fft.rfft(dry[side], size) * np.fft.rfft(wall, size)
        rows.append(np.fft.irfft(both, size)[: dry.shape[1]])
    return np.stack(rows)
