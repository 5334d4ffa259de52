"""What a portal's word for a result means."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Outcome(StrEnum):
    PASSED = "passed"
    DONE = "done"
    """Completed, nothing graded."""
    NOT_YET = "not_yet"
    """The portal says that it is not done. Nothing is recorded."""


PASSED = "godkänd godkänt godk väl_godkänd g vg passed pass approved"
DONE = (
    "genomförd genomfört genomgått genomgången slutförd slutfört avslutad avslutat fullföljd fullföljt klar klart färdig "
    "färdigt gjord gjort deltog deltagit deltagen närvarande närvarade närvaro ja j yes y true sant 1 x ✓ ✔ completed "
    "complete done finished attended present"
)
NOT_YET = (
    "påbörjad påbörjat pågår pågående startad anmäld registrerad inbjuden tilldelad avbruten avbröt frånvarande frånvaro "
    "uteblev underkänd underkänt u ig nej n no false falskt 0 - – started in_progress enrolled assigned incomplete failed "
    "fail absent återstår"
)
NEGATIONS = ("inte ", "ej ", "icke ", "icke-", "not ", "ännu inte ", "inte ännu ")
WORDS: Mapping[str, Outcome] = {
    word.replace("_", " "): outcome
    for outcome, words in (
        (Outcome.PASSED, PASSED),
        (Outcome.DONE, DONE),
        (Outcome.NOT_YET, NOT_YET),
    )
    for word in words.split()
}
PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d{1,4})? ?%")
SOME_PERCENT = "under 100 %"
"""Stands for every share below the whole: it may be how far somebody came, or a score. A person says which, once."""
LONGEST = 80


def folded(text: str) -> str:
    """The word as it is looked for and remembered."""
    text = " ".join(text[: 4 * LONGEST].casefold().split()).strip(" .!*\"'")[:LONGEST]
    if found := PERCENT.fullmatch(text):
        return "100 %" if int(found[1]) == 100 else SOME_PERCENT if int(found[1]) < 100 else text
    return text


def outcome(text: str, learnt: Mapping[str, str]) -> Outcome | None:
    """`learnt` is what somebody has said before about this portal's words. None: nobody knows yet."""
    word = folded(text)
    if word in learnt:
        return Outcome(learnt[word])
    if word == "100 %":
        return Outcome.DONE
    for negation in NEGATIONS:
        if word.startswith(negation) and word.removeprefix(negation) in WORDS:
            return Outcome.NOT_YET
    return WORDS.get(word)
