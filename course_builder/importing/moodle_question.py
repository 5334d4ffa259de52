"""One question of Moodle's, kind by kind."""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from course_builder.content.questions.numbers import read_number
from course_builder.importing import told
from course_builder.importing.answers import Answer, chosen, paired, written
from course_builder.importing.asking import Asking, NotTaken
from course_builder.importing.imported import Value
from course_builder.importing.markdown_text import escaped
from course_builder.importing.moodle_gaps import cloze, dragged

LONGEST = 200_000
"""Characters of one text."""
MOST_PARTS = 300
"""Answers, feedback and everything else below one question."""
TRUTHS = {"true": "sant", "false": "falskt"}
USUAL = {
    "your answer is correct.", "your answer is partially correct.", "your answer is incorrect.", "ditt svar är korrekt.",
    "ditt svar är rätt.", "ditt svar är delvis korrekt.", "ditt svar är delvis rätt.", "ditt svar är fel.",
    "ditt svar är felaktigt.", "ditt svar är inte korrekt.",
}  # fmt: skip
"""What Moodle writes when nobody did."""
PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,500}\)")


def said(element: Element, path: str) -> str:
    """The text of an element below, or nothing."""
    return (element.findtext(path) or "").strip()


class Reader:
    """One question element as a value of ours."""

    def __init__(self, element: Element, asking: Asking) -> None:
        self._element, self._asking = element, asking

    def made(self) -> Value:
        kind = self._element.get("type", "")
        make = self.KINDS.get(kind)
        if make is None:
            raise NotTaken(told.KIND, kind=kind)
        if len(self._element) > MOST_PARTS:
            raise NotTaken(told.LONG)
        self._common()
        return make(self)

    def _common(self) -> None:
        grade = read_number(said(self._element, "defaultgrade"))
        self._asking.points = 1 if grade is None or not 0 <= grade <= 100 else round(grade, 2)
        self._asking.because = self._own("generalfeedback")
        self._asking.otherwise = self._own("incorrectfeedback")
        right = self._own("correctfeedback")
        if not self._asking.because:
            self._asking.because = right
        else:
            self._asking.feedback(right)
        self._asking.feedback(self._own("partiallycorrectfeedback"))

    def _own(self, path: str) -> str:
        text = self._text(self._element.find(path))
        return "" if text.lower() in USUAL else text

    def _text(self, element: Element | None) -> str:
        """As Markdown, from whichever form the element says its text is in."""
        if element is None:
            return ""
        text = said(element, "text")
        if len(text) > LONGEST:
            raise NotTaken(told.LONG)
        form = element.get("format", "html")
        if form == "markdown":
            self._asking.dropped["picture"] += len(PICTURE.findall(text))
            return PICTURE.sub("", text)
        return escaped(text) if form == "plain_text" else self._asking.html(text)

    @property
    def _ask(self) -> str:
        return self._text(self._element.find("questiontext"))

    def _answers(self) -> list[Answer]:
        return [
            Answer(self._text(one), (read_number(one.get("fraction", "0")) or 0) / 100, self._text(one.find("feedback")))
            for one in self._element.findall("answer")
        ]  # fmt: skip

    def _multichoice(self) -> Value:
        several = said(self._element, "single").lower() in ("false", "0")
        kind, parts = chosen(self._asking, self._answers(), several)
        return self._asking.value(kind, self._ask, **parts)

    def _truefalse(self) -> Value:
        found = {said(one, "text").lower(): one for one in self._element.findall("answer")}
        shares = {
            word: read_number(one.get("fraction", "0")) or 0 for word, one in found.items() if word in TRUTHS
        }
        right = max(shares, key=lambda word: shares[word], default="")
        if shares.get(right, 0) <= 0:
            raise NotTaken(told.NO_RIGHT)
        for word in shares:
            self._says(self._text(found[word].find("feedback")), right=word == right)
        return self._asking.value("truth", self._ask, right=TRUTHS[right])

    def _says(self, text: str, right: bool) -> None:
        """Feedback that holds for the whole question stays; the answer's own takes the place that is free."""
        if right and not self._asking.because:
            self._asking.because = text
        elif not right and not self._asking.otherwise:
            self._asking.otherwise = text
        else:
            self._asking.feedback(text)

    def _shortanswer(self) -> Value:
        if said(self._element, "usecase") == "1":
            self._asking.tell(told.CASE)
        return self._asking.value("text", self._ask, accept=written(self._asking, self._answers()))

    def _numerical(self) -> Value:
        right = [
            one for one in self._element.findall("answer") if (read_number(one.get("fraction", "0")) or 0) > 0
        ]
        numbers = [(one, read_number(said(one, "text"))) for one in right]
        if not numbers:
            raise NotTaken(told.NO_RIGHT)
        (best, value), *others = numbers
        if value is None:
            raise NotTaken(told.NO_NUMBER, value=said(best, "text"))
        for other, _ in others:
            self._asking.tell(told.OTHER_NUMBERS, value=said(other, "text"))
        self._says(self._text(best.find("feedback")), right=True)
        within = read_number(said(best, "tolerance")) or None
        unit = escaped(said(self._element, "units/unit/unit_name"))
        return self._asking.value("number", self._ask, right=value, within=within, unit=unit)

    def _matching(self) -> Value:
        pairs = [
            (self._text(one), self._text(one.find("answer"))) for one in self._element.findall("subquestion")
        ]
        return self._asking.value("match", self._ask, **paired(self._asking, pairs))

    def _essay(self) -> Value:
        return self._asking.value("reflect", self._ask)

    def _ordering(self) -> Value:
        answers = sorted(self._answers(), key=lambda answer: answer.share)
        items = [{"text": answer.text} for answer in answers if answer.text]
        if len(items) < 2:
            raise NotTaken(told.FEW_ITEMS)
        return self._asking.value("order", self._ask, items=items)

    def _multianswer(self) -> Value:
        return cloze(self._asking, said(self._element, "questiontext/text"))

    def _dragged(self) -> Value:
        boxes = [
            (self._text(one), said(one, "group") or "1")
            for name in ("dragbox", "selectoption")
            for one in self._element.findall(name)
        ]
        return dragged(self._asking, said(self._element, "questiontext/text"), boxes)

    KINDS: Mapping[str, Callable[["Reader"], Value]] = {
        "multichoice": _multichoice, "multichoiceset": _multichoice, "truefalse": _truefalse, "shortanswer": _shortanswer,
        "numerical": _numerical, "matching": _matching, "match": _matching, "essay": _essay, "ordering": _ordering,
        "multianswer": _multianswer, "cloze": _multianswer, "ddwtos": _dragged, "gapselect": _dragged,
    }  # fmt: skip
