"""Every picture is described, or said to be decorative (WCAG 1.1.1)."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import films
from course_builder.content.links import DECORATIVE
from course_builder.content.media import SUFFIXES
from course_builder.content.problems import Code, Place, Problem

LONGEST = 250
FILE_NAME = re.compile(
    rf"^[\w-]+({'|'.join(re.escape(suffix) for suffix in SUFFIXES)})$|^(img|dsc|bild|image|picture)[_ -]?\d*$",
    re.IGNORECASE,
)
REDUNDANT = re.compile(
    r"^(en )?(bild|foto|illustration|image|picture|photo)\s+(på|av|som|of|that)\b", re.IGNORECASE
)

MISSING = Code("alt-missing", "error", "Bilden {path} saknar beskrivning.", "The picture {path} has no description.",
               "Skriv vad den visar, eller välj dekorativ: ![-]({path})", "Write what it shows, or choose decorative: ![-]({path})")  # fmt: skip
NAME = Code("alt-file-name", "error", "Bildens beskrivning är ett filnamn: {alt}.", "The picture's description is a file name: {alt}.",
            "Skriv vad bilden visar.", "Write what the picture shows.")  # fmt: skip
LONG = Code("alt-long", "warning", "Bildens beskrivning är längre än {most} tecken.", "The picture's description is longer than {most} characters.",
            "Beskriv det som betyder något här, och skriv resten i texten.", "Describe what matters here, and put the rest in the text.")  # fmt: skip
REPEATS = Code("alt-repeats", "warning", "Beskrivningen börjar med ”{start}”; en skärmläsare säger redan att det är en bild.",
               "The description begins with “{start}”; a screen reader already says that it is a picture.",
               "Börja med det som syns.", "Begin with what is seen.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        for link in checked.sources[lesson.file].links:
            if not link.picture or link.label.strip() == DECORATIVE:
                continue
            if link.label.strip():
                yield from _said(link.label.strip(), link.place)
            else:
                yield MISSING.at(link.place, path=link.target)
    for shown in films(checked):
        for still in shown.film.stills:
            yield from _said(still.shows, still.at("shows"))


def _said(alt: str, place: Place) -> Iterator[Problem]:
    redundant = REDUNDANT.match(alt)
    if FILE_NAME.match(alt):
        yield NAME.at(place, alt=alt)
    elif len(alt) > LONGEST:
        yield LONG.at(place, most=LONGEST)
    elif redundant:
        yield REPEATS.at(place, start=redundant[0])
