"""Link text that says where the link leads (WCAG 2.4.4)."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.links import without_links
from course_builder.content.problems import Code, Problem
from course_builder.content.sources import Source

VAGUE = frozenset({"här", "klicka här", "läs mer", "mer", "länk", "länken", "den här länken", "se här", "here", "click here", "read more", "more", "link", "this link"})  # fmt: skip
ADDRESS = re.compile(r"(?<!\w)(?<!\]\()(?<!\]: )https?://[^\s)>\]]+")

UNCLEAR = Code("link-vague", "warning", "Länktexten ”{label}” säger inte vart länken leder.", "The link text “{label}” does not say where it leads.", "Skriv vad som finns där.", "Write what is there.")  # fmt: skip
EMPTY = Code("link-empty", "error", "Länken har ingen text.", "The link has no text.", "Skriv vart den leder inom [ ].", "Write where it leads within [ ].")  # fmt: skip
BARE = Code("link-bare", "warning", "En webbadress står utskriven i texten.", "A web address is written out in the text.", "Skriv [vad som finns där]({address})", "Write [what is there]({address})")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for source in checked.read_by_people:
        for link in source.links:
            label = link.label.strip()
            if link.picture:
                continue
            if not label:
                yield EMPTY.at(link.place)
            elif label.lower().strip(".!:") in VAGUE:
                yield UNCLEAR.at(link.place, label=label)
            elif ADDRESS.fullmatch(label):
                yield BARE.at(link.place, address=link.target)
    for lesson in checked.lessons:
        yield from _bare(checked.sources[lesson.file])


def _bare(source: Source) -> Iterator[Problem]:
    if "://" in source.prose:
        for found in ADDRESS.finditer(without_links(source.prose)):
            yield BARE.at(source.place(found.start()), address=found[0])
