"""Ways to write that were right before the law changed. Facts: domain.md 0 and 2.9."""

import re
from collections.abc import Iterator
from datetime import date

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

FROM_2028 = date(2027, 12, 1)

STALE = Code("law-stale-words", "warning", "”{found}” är ett gammalt sätt att skriva. {why_sv}", "“{found}” is out of date. {why_en}", "Rätta texten och länka till law.yaml.", "Correct the text and link to law.yaml.")  # fmt: skip

PATTERNS: tuple[tuple[str, str, str], ...] = (
    (r"\b14 kap\. 1 ?c? ?§", "Anmälan om oro regleras i 19 kap. 1 § socialtjänstlagen (2025:400).", "Reports of concern stand in 19 kap. 1 § of the Social Services Act (2025:400)."),
    (r"\b14 kap\.[^.\n]{0,40}socialtjänst", "Socialtjänstlagen är ny sedan 1 juli 2025.", "The Social Services Act is new since 1 July 2025."),
    (r"\b2001:453\b", "Socialtjänstlagen heter sedan 1 juli 2025 (2025:400).", "The Social Services Act has been (2025:400) since 1 July 2025."),
    (r"\bSoL 14:1\b", "Skriv 19 kap. 1 § socialtjänstlagen (2025:400).", "Write 19 kap. 1 § socialtjänstlagen (2025:400)."),
    (r"främsta rummet", "Översättningen från 2018 säger att barnets bästa i första hand ska beaktas.", "The 2018 translation says a primary consideration."),
    (r"särskilt beakta[^.\n]{0,80}(5 kap\. 7 §|HSL)|(5 kap\. 7 §|HSL)[^.\n]{0,80}särskilt beakta", "Vårdgivaren ska erbjuda information, råd och stöd.", "The provider is to offer information, advice and support."),
    (r"varaktigt bor", "Ordet varaktigt är borta ur 5 kap. 7 § hälso- och sjukvårdslagen.", "The word varaktigt is gone from 5 kap. 7 § of the Health and Medical Services Act."),
    (r"\bSOSFS 2014:4\b", "Den ersattes av HSLF-FS 2022:39.", "It was replaced by HSLF-FS 2022:39."),
    (r"\blandsting(?:et|en)?\b", "Skriv region, utom om tiden före 2019.", "Write region, except about the time before 2019."),
    (r"54 artik(?![^.\n]{0,60}42)\w*[^.\n]{0,60}svensk lag|svensk lag(?![^.\n]{0,60}42)[^.\n]{0,60}54 artik", "Artiklarna 1-42 är svensk lag.", "Articles 1-42 are Swedish law."),
    (r"EN 301 549 V2", "Gällande version är V3.2.1.", "The version in force is V3.2.1."),
)  # fmt: skip
LATER = (r"missbruk[^.\n]{0,80}5 kap\. 7 §|5 kap\. 7 §[^.\n]{0,80}missbruk", "Från 1 januari 2028 står det skadligt bruk eller beroende.", "From 1 January 2028 it says harmful use or dependence.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    patterns = (*PATTERNS, LATER) if checked.today >= FROM_2028 else PATTERNS
    for source in checked.read_by_people:
        for pattern, why_sv, why_en in patterns:
            for match in re.finditer(pattern, source.text, re.IGNORECASE):
                if not _wrong_on_purpose(source.text, match.start()):
                    yield STALE.at(
                        source.place(match.start()),
                        found=match[0],
                        why_sv=why_sv,
                        why_en=why_en,
                    )


def _wrong_on_purpose(text: str, offset: int) -> bool:
    """A wrong option of a question is meant to be wrong."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line.lstrip(" -").startswith("wrong:")
