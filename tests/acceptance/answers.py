"""Answering one question of each kind with the keyboard, from its first control to the verdict."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from course_builder.content.questions.question import Answer, Question
from tests.acceptance.keyboard import Keyboard, Lost, Stop

MOST_OPTIONS = 40
SAID = {True: "Sant", False: "Falskt"}
ROWS = "function () { return [...this.closest('ol').children].map((row) => row.firstElementChild.innerText.trim()); }"


def give(keyboard: Keyboard, question: Question, answer: Answer) -> Stop:
    """Answers, and ends at what the page says about it."""
    WAYS[question.kind](keyboard, question.data(), answer)
    keyboard.activate("button", "Klar" if question.kind == "reflect" else "Svara")
    return keyboard.landed(
        lambda stop: stop.question == question.key and stop.role != "button", "after an answer"
    )


def wrong(question: Question) -> Answer:
    """An answer that a person can give, and that does not earn full marks."""
    data = question.data()
    if question.kind == "text":
        return "vet inte"
    if question.kind != "gaps":
        return question.sample(right=False)
    return {
        gap["key"]: next(text for text in gap.get("options", ["?"]) if text not in gap["accept"])
        for gap in data["gaps"]
    }


def _radio(keyboard: Keyboard, name: str) -> None:
    """The arrows choose; the first one is chosen by Space."""
    stop = keyboard.here()
    if stop.is_("radio", name):
        keyboard.key("Space")
        return
    for _ in range(MOST_OPTIONS):
        keyboard.key("ArrowDown")
        if (stop := keyboard.here()).is_("radio", name):
            return
    raise Lost(f"no radio {name!r}, the last is {stop}")


def _truth(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    _radio(keyboard, SAID[answer])


def _choice(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    _radio(keyboard, _named(data["options"])[answer])


def _scale(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    _radio(keyboard, f"{answer}...")


def _choices(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    names = [_named(data["options"])[key] for key in answer]
    stop = keyboard.here()
    while stop.role == "checkbox":
        if stop.name in names:
            keyboard.key("Space")
        stop = keyboard.tab()


def _write(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    _fields(keyboard, [str(answer)])


def _gaps(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    _fields(keyboard, [answer[gap["key"]] for gap in data["gaps"]])


def _match(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    right = {pair["key"]: pair["right"] for pair in data["pairs"]}
    _fields(keyboard, [right[answer[pair["key"]]] for pair in data["pairs"]])


def _fields(keyboard: Keyboard, texts: Sequence[str]) -> None:
    """Writes, or looks through the list."""
    for text in texts:
        if keyboard.here().role == "combobox":
            _look_up(keyboard, text)
        else:
            keyboard.write(text)
        keyboard.tab()


def _look_up(keyboard: Keyboard, text: str) -> None:
    for _ in range(MOST_OPTIONS):
        keyboard.key("ArrowDown")
        if (stop := keyboard.here()).value == text:
            return
    raise Lost(f"no {text!r} in the list {stop}")


def _order(keyboard: Keyboard, data: Mapping[str, Any], answer: Answer) -> None:
    """From the top: each one is moved up to its place."""
    names = {item["key"]: item["text"] for item in data["items"]}
    for place, key in enumerate(answer):
        at = keyboard.look(ROWS).index(names[key])
        keyboard.find("button", f"Flytta upp: {names[key]}")
        keyboard.key("Enter", at - place)


def _named(options: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    return {option["key"]: option["text"] for option in options}


WAYS: Mapping[str, Callable[[Keyboard, Mapping[str, Any], Answer], None]] = {
    "truth": _truth,
    "choice": _choice,
    "choices": _choices,
    "text": _write,
    "gaps": _gaps,
    "number": _write,
    "match": _match,
    "order": _order,
    "scale": _scale,
    "reflect": _write,
}
