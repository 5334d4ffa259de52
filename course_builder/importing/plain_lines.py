"""Questions typed as plain text, line by line: a question, its answers, which is right, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

NUMBERED = re.compile(r"(?:fråga|question|q)?\s{0,3}\d{1,3}\s{0,3}[.):]\s{1,9}(?=\S)|(?:fråga|question|q)\s{0,3}:\s{0,9}(?=\S)", re.IGNORECASE)  # fmt: skip
OPTION = re.compile(r"(?P<star>\*\s{0,3})?(?P<mark>[A-Za-zÅÄÖåäö])\s?[.)]\s{1,9}(?P<text>\S.*)")
BOX = re.compile(r"(?P<open>[\[(])\s{0,2}(?P<sign>[xX*✓]?)\s{0,2}[\])]\s{1,9}(?P<text>\S.*)")
ACCEPTED = re.compile(r"\*\s{1,9}(?P<text>\S.*)")
NUMBER = re.compile(r"=\s{0,9}(?P<text>\S.*)")
RIGHT = re.compile(r"(?:answers?|correct(?: answers?)?|svar|facit|rätt|rätt svar|rätta svar|korrekt svar)\s{0,3}:\s{0,9}(?P<text>.*)", re.IGNORECASE)  # fmt: skip
WHY = re.compile(r"(?:feedback|because|explanation|why|förklaring|återkoppling|varför|därför)\s{0,3}:\s{0,9}(?P<text>.*)|\.\.\.\s{1,9}(?P<dots>\S.*)", re.IGNORECASE)  # fmt: skip
OPEN = re.compile(r"_{3,}")


@dataclass
class Option:
    mark: str
    text: str
    starred: bool = False
    why: str = ""


@dataclass
class Asked:
    """`line` is the question's first. `right` is what stands after "Svar:", `accepted` the answers given by a star."""

    line: int
    text: str = ""
    options: list[Option] = field(default_factory=list)
    boxes: bool = False
    right: str = ""
    accepted: list[str] = field(default_factory=list)
    number: str = ""
    is_open: bool = False
    why: str = ""
    explaining: bool = False
    """The line before this one was part of `why`."""

    @property
    def is_answered(self) -> bool:
        return bool(self.options or self.right or self.accepted or self.number or self.is_open)

    def has(self, mark: str) -> bool:
        """Whether an answer with this letter would belong to another question."""
        return bool(self.right) or any(option.mark == mark for option in self.options)


def asked(text: str) -> Iterator[Asked]:
    """A line that is none of the known begins a question, once the one before has answers; or goes on with it."""
    held: Asked | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            if held is not None:
                held.explaining = False
            continue
        if held is not None and _belongs(held, line):
            continue
        if held is not None and not held.is_answered and not NUMBERED.match(line.strip()):
            held.text += " " + line.strip()
            continue
        if held is not None:
            yield held
        held = Asked(number)
        if not _belongs(held, line):
            held.text = (
                NUMBERED.sub("", line.strip(), count=1) if NUMBERED.match(line.strip()) else line.strip()
            )
    if held is not None:
        yield held


def _belongs(held: Asked, line: str) -> bool:
    """Takes the line into the question when it is one of its answers, or goes on with one."""
    text = line.strip()
    if right := RIGHT.fullmatch(text):
        held.right = f"{held.right} {right['text']}".strip()
    elif why := WHY.fullmatch(text):
        _explain(held, why["text"] or why["dots"] or "", of_option=why["dots"] is not None)
    elif OPEN.fullmatch(text):
        held.is_open = True
    elif (option := OPTION.fullmatch(text)) and not held.has(option["mark"].lower()):
        held.options.append(Option(option["mark"].lower(), option["text"], option["star"] is not None))
    elif box := BOX.fullmatch(text):
        held.boxes = held.boxes or box["open"] == "["
        held.options.append(Option("", box["text"], bool(box["sign"])))
    elif accepted := ACCEPTED.fullmatch(text):
        held.accepted.append(accepted["text"])
    elif number := NUMBER.fullmatch(text):
        held.number = number["text"]
    elif held.explaining and not NUMBERED.match(text):
        held.why += " " + text
    elif held.options and not held.right and line[0].isspace():
        held.options[-1].text += " " + text
    else:
        return False
    return True


def _explain(held: Asked, text: str, of_option: bool) -> None:
    """Three full stops belong to the line before them."""
    if of_option and held.options and not held.right:
        held.options[-1].why = f"{held.options[-1].why} {text}".strip()
    else:
        held.why = f"{held.why} {text}".strip()
        held.explaining = True
