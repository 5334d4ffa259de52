"""GIFT, the text form that Moodle and others read and write questions in."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from course_builder.content.links import LINK
from course_builder.content.problems import Place, Problem
from course_builder.content.questions.numbers import read_number
from course_builder.importing import told
from course_builder.importing.answers import Answer, chosen, paired, written
from course_builder.importing.asking import Asking, NotTaken, collected, taken
from course_builder.importing.gift_blocks import Block, blocks, put_back
from course_builder.importing.imported import Imported, TakenQuestion, Value, nothing
from course_builder.importing.markdown_text import escaped
from course_builder.importing.text_file import text_of

LONGEST = 50_000
"""Characters of one question."""
TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
FORMAT = re.compile(r"\s*\[(?P<format>html|moodle|plain|markdown)\]", re.IGNORECASE)
HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")
WEIGHT = re.compile(r"\s*%(?P<share>-?\d{1,3}(?:[.,]\d{1,7})?)%")
ANSWER = re.compile(r"[=~][^=~]*")
TRUTHS = {"t": "sant", "true": "sant", "sant": "sant", "f": "falskt", "false": "falskt", "falskt": "falskt"}
GENERAL = "####"


def read_gift(data: bytes, name: str) -> Imported:
    text = text_of(data, name)
    return nothing(text) if isinstance(text, Problem) else gift(text, name)


def gift(text: str, name: str) -> Imported:
    """`name` is what places call the file."""
    return collected((_question(block, name) for block in blocks(text)), name)


def _question(block: Block, name: str) -> TakenQuestion | Problem:
    title = TITLE.match(block.text)
    body = block.text[title.end() :] if title else block.text
    asking = Asking(Place(name, block.line), put_back(title["title"]) if title else "")
    if block.category:
        asking.tags = [block.category.rstrip("/").rpartition("/")[2]]
    return taken(asking, partial(_made, body))


def _made(body: str, asking: Asking) -> Value:
    if len(body) > LONGEST:
        raise NotTaken(told.LONG)
    form = FORMAT.match(body)
    texts = _Texts(asking, form["format"].lower() if form else "moodle")
    before, answers, after = _parted(body[form.end() :] if form else body)
    answers, _, general = answers.partition(GENERAL)
    asking.because = texts.plain(general)
    return _Answers(asking, texts, before, after).made(answers.strip())


def _parted(body: str) -> tuple[str, str, str]:
    start, end = body.find("{"), body.rfind("}")
    if start < 0 and end < 0:
        raise NotTaken(told.KIND, kind="description")
    if end < start or start < 0 or "{" in body[start + 1 : end] or "}" in body[start + 1 : end]:
        raise NotTaken(told.BROKEN, what="{ … }")
    return body[:start], body[start + 1 : end], body[end + 1 :]


class _Texts:
    """Texts as our Markdown, by the form that the question says it is in."""

    def __init__(self, asking: Asking, form: str) -> None:
        self._asking, self._form = asking, form

    def plain(self, text: str) -> str:
        text = put_back(text).strip()
        own = FORMAT.match(text)
        form = own["format"].lower() if own else self._form
        text = text[own.end() :].strip() if own else text
        if form == "markdown":
            return LINK.sub(self._without_picture, text)
        if form == "html" or (form == "moodle" and HTML.search(text)):
            return self._asking.html(text)
        return escaped(text)

    def _without_picture(self, link: re.Match[str]) -> str:
        self._asking.dropped["picture"] += bool(link["picture"])
        return "" if link["picture"] else link[0]


class _Answers:
    """What stands within the braces decides which kind it is."""

    def __init__(self, asking: Asking, texts: _Texts, before: str, after: str) -> None:
        self._asking, self._texts = asking, texts
        self._before, self._after = texts.plain(before), texts.plain(after)

    @property
    def _ask(self) -> str:
        return f"{self._before} … {self._after}" if self._after else self._before

    def made(self, answers: str) -> Value:
        if not answers:
            return self._asking.value("reflect", self._ask)
        if answers.startswith("#"):
            return self._number(answers[1:])
        if answers[0] not in "=~":
            return self._truth(answers)
        listed = list(self._listed(answers))
        if self._is_matching(answers):
            return self._asking.value("match", self._ask, **paired(self._asking, list(self._pairs(answers))))
        only_right = all(part[0] == "=" for part in ANSWER.findall(answers))
        if self._after:
            return self._gap(listed)
        if only_right:
            return self._asking.value("text", self._ask, accept=written(self._asking, listed))
        several = "=" not in answers
        kind, parts = chosen(self._asking, listed, several)
        return self._asking.value(kind, self._ask, **parts)

    def _listed(self, answers: str) -> Iterator[Answer]:
        for part in ANSWER.findall(answers):
            sign, text = part[0], part[1:]
            weight = WEIGHT.match(text)
            text, _, because = (text[weight.end() :] if weight else text).partition("#")
            share = float(weight["share"].replace(",", ".")) / 100 if weight else float(sign == "=")
            yield Answer(self._texts.plain(text), share, self._texts.plain(because))

    @staticmethod
    def _is_matching(answers: str) -> bool:
        found = ANSWER.findall(answers)
        return bool(found) and all(part[0] == "=" and "->" in part for part in found)

    def _pairs(self, answers: str) -> Iterator[tuple[str, str]]:
        for part in ANSWER.findall(answers):
            left, _, right = part[1:].partition("#")[0].partition("->")
            yield self._texts.plain(left), self._texts.plain(right)

    def _truth(self, answers: str) -> Value:
        """First what to say to who was wrong, then to who was right."""
        word, *says = answers.split("#")
        right = TRUTHS.get(word.strip().lower())
        if right is None:
            raise NotTaken(told.BROKEN, what=put_back(answers))
        told_wrong, told_right, *_ = [*map(self._texts.plain, says), "", ""]
        self._asking.otherwise = told_wrong
        if self._asking.because:
            self._asking.feedback(told_right)
        self._asking.because = self._asking.because or told_right
        return self._asking.value("truth", self._ask, right=right)

    def _number(self, answers: str) -> Value:
        listed = list(self._listed(answers)) if answers.strip()[:1] == "=" else [self._alone(answers)]
        right = [answer for answer in listed if answer.share > 0] or listed
        best = max(right, key=lambda answer: answer.share)
        for answer in right:
            if answer is not best:
                self._asking.tell(told.OTHER_NUMBERS, value=answer.text)
        self._asking.because = self._asking.because or best.because
        value, within = _range(best.text)
        return self._asking.value("number", self._ask, right=value, within=within or None)

    def _alone(self, answers: str) -> Answer:
        text, _, because = answers.partition("#")
        return Answer(text.strip(), 1, self._texts.plain(because))

    def _gap(self, listed: Sequence[Answer]) -> Value:
        accept = [answer.text for answer in listed if answer.share > 0]
        wrong = [answer.text for answer in listed if answer.share <= 0]
        if not accept:
            raise NotTaken(told.NO_RIGHT)
        for answer in listed:
            self._asking.feedback(answer.because)
        stop = "" if self._after[:1] in ".,;:!?)" else " "
        text = f"{self._before} ___{stop}{self._after}"
        return self._asking.value("gaps", "", text=text, gaps=[{"accept": accept, "wrong": wrong}])


def _range(text: str) -> tuple[float, float]:
    """`3:2` is 3 ± 2, `1..5` the same."""
    text = put_back(text.replace("\\", "")).strip()
    low, dots, high = text.partition("..")
    value, _, within = text.partition(":")
    first, second = (
        (read_number(low), read_number(high)) if dots else (read_number(value), read_number(within or "0"))
    )
    if first is None or second is None or (dots and second < first) or (not dots and second < 0):
        raise NotTaken(told.NO_NUMBER, value=text)
    return (round((first + second) / 2, 9), round((second - first) / 2, 9)) if dots else (first, second)
