"""How hard the Swedish is: LIX (Björnsson 1968) = words per sentence + 100 x share of words over six letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course_builder.content.checks.context import Checked
from course_builder.content.links import LINK
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source

HARD = 45
LONGEST_SENTENCE = 30
NAMED = 3
WORD = re.compile(r"[^\W\d_][\w-]*")
LONG_WORD = re.compile(r"[^\W\d_][\w-]{6,}")
ENDS = re.compile(r"(?<=[.!?:])(?=\s)")
ITEM = re.compile(r"(?:[-*+>]|\d+\.)\s+")
NOT_PROSE = ("#", "|", "///", "![", "---", "[^")
ABBREVIATION = re.compile(r"\b(t\.ex|bl\.a|dvs|m\.m|kap|st|ca|osv|s\.k|t\.o\.m)\.", re.IGNORECASE)

LIX = Code("reading-level", "warning", "Texten är svårläst: LIX {lix}, högst {most}. Korta till exempel: {sentences_sv}", "The text is hard to read: LIX {lix}, at most {most}. Shorten for example: {sentences_en}",
           "Dela meningarna och byt långa ord.", "Split the sentences and change long words.")  # fmt: skip
SENTENCE_LONG = Code("sentence-long", "warning", "Meningen har {words} ord: ”{start} …”", "The sentence has {words} words: “{start} …”", "Dela den.", "Split it.")  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    text: str
    line: int
    words: int
    long: int

    @property
    def weight(self) -> float:
        return self.words + 100 * self.long / self.words


def check(checked: Checked) -> Iterator[Problem]:
    if checked.course.language != "sv":
        return
    easy = easy_words(checked)
    for lesson in checked.lessons:
        found = list(sentences(checked.sources[lesson.file], easy))
        level = lix(found)
        if level > HARD:
            hardest = sorted(found, key=lambda sentence: -sentence.weight)[:NAMED]
            yield LIX.at(
                Place(lesson.file, hardest[0].line),
                lix=level,
                most=HARD,
                sentences_sv="; ".join(f"rad {one.line}: ”{_start(one.text)}”" for one in hardest),
                sentences_en="; ".join(f"line {one.line}: “{_start(one.text)}”" for one in hardest),
            )
        for sentence in found:
            if sentence.words > LONGEST_SENTENCE:
                yield SENTENCE_LONG.at(
                    Place(lesson.file, sentence.line), words=sentence.words, start=_start(sentence.text)
                )


def easy_words(checked: Checked) -> frozenset[str]:
    """Glossary words and words in the names of acts: needed, so not counted as hard."""
    phrases = [*checked.course.glossary, *(entry.act for entry in checked.law.values())]
    return frozenset(word.lower() for phrase in phrases for word in WORD.findall(phrase))


def lix(found: list[Sentence]) -> int:
    words = sum(sentence.words for sentence in found)
    if not words:
        return 0
    return round(words / len(found) + 100 * sum(sentence.long for sentence in found) / words)


def sentences(source: Source, easy: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of a lesson's running text; headings, tables and fenced blocks are not prose."""
    paragraph: list[str] = []
    start = 1
    for number, line in enumerate([*source.lines, ""], 1):
        shown = line.strip()
        item = ITEM.match(shown)
        if item or not shown or shown.startswith(NOT_PROSE):
            yield from _of_paragraph("\n".join(paragraph), start, easy)
            paragraph = []
        if shown and not shown.startswith(NOT_PROSE):
            start = start if paragraph else number
            paragraph.append(shown[item.end() :] if item else shown)


def _of_paragraph(text: str, line: int, easy: frozenset[str]) -> Iterator[Sentence]:
    if "](" in text:
        text = LINK.sub(lambda match: match["label"] + "\n" * match[0].count("\n", match.end("label")), text)
    text = ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    for sentence in ENDS.split(text):
        words = len(WORD.findall(sentence))
        if words:
            long = sum(word.lower() not in easy for word in LONG_WORD.findall(sentence))
            lead = len(sentence) - len(sentence.lstrip())
            yield Sentence(sentence.strip(), line + sentence.count("\n", 0, lead), words, long)
        line += sentence.count("\n")


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:7])
