"""A film discussion alone at the screen, by keyboard: questions before, to each stop, the text to its end."""

from course_builder.content.models.film import Pause
from tests.acceptance.keyboard import Keyboard, Lost, Stop

MOST_STEPS = 150
JUST_BEFORE = 2
"""Seconds of film seen before a stop."""
TO_THE_STOP = 30
"""Seconds to wait for a film of two: a busy machine plays slowly."""
THOUGHT = "Barnet vet inte vad som ska hända."


def think(keyboard: Keyboard, press: str) -> Stop:
    """Writes at every question, and goes on by the button."""
    while not (stop := keyboard.tab()).is_("button", press):
        if stop.role == "textbox":
            keyboard.write(THOUGHT)
        if stop.lost:
            raise Lost(f"no {press!r} before the end of the page")
    keyboard.key("Enter")
    return keyboard.landed(lambda now: now.role == "heading", f"after {press!r}")


def to_stop(keyboard: Keyboard, pause: Pause) -> Stop:
    """Moves on in the film by the arrows, plays, and is asked the question."""
    keyboard.find("slider", "Plats i filmen")
    for _ in range(MOST_STEPS):
        keyboard.key("ArrowRight")
        if _seconds(keyboard.here().value) >= pause.at_ - JUST_BEFORE:
            break
    keyboard.activate("button", "Spela")
    return keyboard.landed(
        lambda stop: stop.role == "region" and (pause.alone or pause.ask) in stop.name,
        "at the stop",
        TO_THE_STOP,
    )


def answer(keyboard: Keyboard, pause: Pause) -> Stop:
    """Writes, and goes on with the film."""
    keyboard.find("textbox", f"{pause.alone or pause.ask} Dina tankar")
    keyboard.write(THOUGHT)
    keyboard.activate("button", "Fortsätt filmen")
    return keyboard.landed(lambda stop: stop.is_("button", "Pausa"), "when the film goes on")


def read(keyboard: Keyboard) -> None:
    """The text to the film, instead of the film."""
    keyboard.activate("button", "Pausa")
    keyboard.activate("button", "Jag har läst texten")


def _seconds(said: str) -> int:
    """`0:40 av 1:34`, or the number that a slider has without words."""
    minutes, _, seconds = said.split(" ")[0].rpartition(":")
    return int(minutes or 0) * 60 + int(float(seconds))
