"""The captions of both versions: what is heard and what the cards say; the narrator's words where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.film.narration import NARRATION
from scripts.film.versions import DESCRIBED, Version

WIDTH, SPEED, SHORTEST, GAP = 42, 17, 1.2, 0.08


@dataclass(frozen=True)
class Caption:
    start: float
    end: float
    text: str


HEARD = (
    Caption(0.7, 3.9, "[En klocka tickar. Tre toner]"),
    Caption(4.6, 6.8, "Måndag, 09.10"),
    Caption(9.9, 11.4, "[Stolen gnisslar]"),
    Caption(11.9, 15.6, "[En dörr öppnas. Steg]"),
    Caption(16.3, 21.8, "[Två vuxna mumlar ohörbart]"),
    Caption(22.2, 24.9, "[Mumlet blir starkare]"),
    Caption(25.4, 27.6, "[Papper prasslar]"),
    Caption(28.0, 30.6, "[Mumlet fortsätter]"),
    Caption(31.0, 33.4, "[Papper prasslar. Tre röster mumlar]"),
    Caption(35.0, 38.8, "[Mumlet fortsätter]"),
    Caption(39.6, 41.9, "[Det blir tyst]"),
    Caption(42.1, 44.3, "En kvart senare"),
    Caption(45.2, 48.2, "[Steg går förbi. Mummel bakom en vägg]"),
    Caption(48.5, 51.5, "[Fler steg. En telefon ringer långt bort]"),
    Caption(51.9, 54.4, "[En dörr öppnas. Steg]"),
    Caption(54.6, 56.6, "[Stegen stannar. Det blir tyst]"),
    Caption(57.1, 59.4, "[Kläder frasar]"),
    Caption(59.8, 62.0, "[En mjuk röst, nära]"),
    Caption(62.4, 66.4, "[En penna ritar. Rösten berättar]"),
    Caption(66.7, 68.8, "[Rösten frågar]"),
    Caption(69.1, 71.2, "[Rösten tystnar]"),
    Caption(75.0, 77.9, "[En penna ritar]"),
    Caption(78.4, 80.2, "[Stilla musik]"),
    Caption(80.4, 85.4, "[Steg, stora och små. Musiken fortsätter]"),
    Caption(89.8, 93.4, "Vad såg du?"),
)


def plain() -> list[Caption]:
    return list(HEARD)


def described(lengths: Iterable[float]) -> list[Caption]:
    """The narrator's lines, and the sounds that fit between them."""
    said = [
        Caption(line.at, line.at + seconds + 0.15, line.text)
        for line, seconds in zip(NARRATION, lengths, strict=True)
    ]
    cards = {"Måndag, 09.10", "En kvart senare", "Vad såg du?"}
    heard = [moved for one in HEARD if one.text not in cards for moved in _room(_moved(one, DESCRIBED), said)]
    return sorted([*_readable(said), *heard], key=lambda one: one.start)


def _moved(one: Caption, version: Version) -> Caption:
    return Caption(version.clock(one.start), version.clock(one.end), one.text)


def _room(heard: Caption, said: list[Caption]) -> list[Caption]:
    """The longest silence of the narrator during a sound, if the text can be read in it."""
    free = [(heard.start, heard.end)]
    for line in said:
        free = [
            part for start, end in free for part in _without(start, end, line.start - GAP, line.end + GAP)
        ]
    start, end = max(free, key=lambda part: part[1] - part[0], default=(0, 0))
    needed = max(SHORTEST, len(heard.text) / SPEED)
    return [Caption(start, end, heard.text)] if end - start >= needed else []


def _without(start: float, end: float, busy: float, done: float) -> list[tuple[float, float]]:
    return [part for part in ((start, min(end, busy)), (max(start, done), end)) if part[1] > part[0]]


def _readable(said: list[Caption]) -> list[Caption]:
    """A short line stays until it can be read, if the next one lets it."""
    out = []
    for number, one in enumerate(said):
        limit = said[number + 1].start - GAP if number + 1 < len(said) else DESCRIBED.length
        needed = max(one.end, one.start + SHORTEST, one.start + len(one.text) / SPEED)
        out.extend(_split(Caption(one.start, min(needed, limit), one.text)))
    return out


def _split(one: Caption) -> list[Caption]:
    """More than two lines become two captions, cut where a sentence ends."""
    if len(folded(one.text)) <= 2:
        return [one]
    cut = one.text.rfind(". ", 0, len(one.text) * 3 // 4) + 1
    middle = one.start + (one.end - one.start) * cut / len(one.text)
    return [
        Caption(one.start, middle - GAP / 2, one.text[:cut]),
        Caption(middle + GAP / 2, one.end, one.text[cut + 1 :]),
    ]


def folded(text: str) -> list[str]:
    """One line, or two of at most 42 characters: cut after a sentence if possible, else near the middle."""
    if len(text) <= WIDTH:
        return [text]
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    fits = [at for at in spaces if at <= WIDTH and len(text) - at - 1 <= WIDTH]
    if not fits:
        return [*folded(text[: spaces[len(spaces) // 2]]), *folded(text[spaces[len(spaces) // 2] + 1 :])]
    best = min(fits, key=lambda at: abs(at - len(text) / 2) - (12 if text[at - 1] in ".,:" else 0))
    return [text[:best], text[best + 1 :]]


def webvtt(captions: Iterable[Caption]) -> str:
    rows = ["WEBVTT", ""]
    for one in captions:
        rows += [f"{stamp(one.start)} --> {stamp(one.end)}", *folded(one.text), ""]
    return "\n".join(rows)


def stamp(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 60000:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
