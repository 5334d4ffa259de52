"""Ways to write that were right before the law changed. Facts: domain.md 0 and 2.9."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem
from course_builder.content.sources import Source

FROM_2028 = date(2027, 12, 1)

STALE = Code("law-stale-words", "warning", "”{found}” är ett gammalt sätt att skriva. {why_sv}", "“{found}” is out of date. {why_en}", "Rätta texten och länka till law.yaml.", "Correct the text and link to law.yaml.")  # fmt: skip


@dataclass(frozen=True)
class Outdated:
    """`sign` stands, in lower case, in every text that the pattern fits: looked for first, since most texts have none."""

    sign: str
    pattern: re.Pattern[str]
    why_sv: str
    why_en: str


def _outdated(sign: str, pattern: str, why_sv: str, why_en: str) -> Outdated:
    return Outdated(sign, re.compile(pattern, re.IGNORECASE), why_sv, why_en)


WORDS = (
    _outdated("14 kap", r"\b14 kap\. 1 ?c? ?§", "Anmälan om oro regleras i 19 kap. 1 § socialtjänstlagen (2025:400).", "Reports of concern are regulated in 19 kap. 1 § of the Social Services Act (2025:400)."),
    _outdated("14 kap", r"\b14 kap\.[^.\n]{0,40}socialtjänst", "Socialtjänstlagen är ny sedan 1 juli 2025.", "The Social Services Act is new since 1 July 2025."),
    _outdated("2001:453", r"\b2001:453\b", "Socialtjänstlagen har sedan 1 juli 2025 nummer 2025:400.", "The Social Services Act has been (2025:400) since 1 July 2025."),
    _outdated("sol 14:1", r"\bSoL 14:1\b", "Skriv 19 kap. 1 § socialtjänstlagen (2025:400).", "Write 19 kap. 1 § socialtjänstlagen (2025:400)."),
    _outdated("främsta rummet", r"främsta rummet", "Översättningen från 2018 säger att barnets bästa i första hand ska beaktas.", "The 2018 translation says a primary consideration."),
    _outdated("särskilt beakta", r"särskilt beakta[^.\n]{0,80}(5 kap\. 7 §|HSL)|(5 kap\. 7 §|HSL)[^.\n]{0,80}särskilt beakta", "Vårdgivaren ska erbjuda information, råd och stöd.", "The provider is to offer information, advice and support."),
    _outdated("varaktigt bor", r"varaktigt bor", "Ordet varaktigt är borta ur 5 kap. 7 § hälso- och sjukvårdslagen.", "The word varaktigt is gone from 5 kap. 7 § of the Health and Medical Services Act."),
    _outdated("sosfs 2014:4", r"\bSOSFS 2014:4\b", "Den ersattes av HSLF-FS 2022:39.", "It was replaced by HSLF-FS 2022:39."),
    _outdated("landsting", r"\blandsting(?:et|en)?\b", "Skriv region, utom när det gäller äldre tider.", "Write region, except about earlier times."),
    _outdated("54 artik", r"54 artik(?![^.\n]{0,60}42)\w*[^.\n]{0,60}svensk lag|svensk lag(?![^.\n]{0,60}42)[^.\n]{0,60}54 artik", "Artiklarna 1–42 är svensk lag.", "Articles 1–42 are Swedish law."),
    _outdated("en 301 549 v2", r"EN 301 549 V2", "Gällande version är V3.2.1.", "The version in force is V3.2.1."),
)  # fmt: skip
LATER = _outdated("missbruk", r"missbruk[^.\n]{0,80}5 kap\. 7 §|5 kap\. 7 §[^.\n]{0,80}missbruk", "Från 1 januari 2028 står det skadligt bruk eller beroende.", "From 1 January 2028 it says harmful use or dependence.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    words = (*WORDS, LATER) if checked.today >= FROM_2028 else WORDS
    for source in checked.read_by_people:
        yield from _in_text(source, words)


def _in_text(source: Source, words: Sequence[Outdated]) -> Iterator[Problem]:
    text, lowered, told = source.text, source.text.lower(), set[int]()
    for word in words:
        if word.sign not in lowered:
            continue
        for match in word.pattern.finditer(text):
            if match.start() not in told and not _wrong_on_purpose(text, match.start()):
                told.add(match.start())
                place = source.place(match.start())
                yield STALE.at(place, found=match[0], why_sv=word.why_sv, why_en=word.why_en)


def _wrong_on_purpose(text: str, offset: int) -> bool:
    """A wrong option of a question is meant to be wrong."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line.lstrip(" -").startswith("wrong:")
