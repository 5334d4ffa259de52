"""What a course cites: law, articles and region values, with the place of every mention."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from course_builder.content.links import Link, links, region_values
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.region import Region
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source

UNKNOWN_LAW = Code("unknown-law", "error", "Lagrummet law:{name} finns inte i law.yaml.", "The provision law:{name} is not in law.yaml.", "{near_sv}", "{near_en}")  # fmt: skip
UNKNOWN_CRC = Code("unknown-article", "error", "Artikeln crc:{name} finns inte i crc.yaml.", "The article crc:{name} is not in crc.yaml.",
                   "Artiklarna 1-42 är svensk lag; skriv ett av de talen.", "Articles 1-42 are Swedish law; write one of those numbers.")  # fmt: skip
UNKNOWN_REGION = Code("unknown-region-value", "error", "Regionvärdet {name} finns inte.", "There is no region value {name}.",
                      "Se listan över värden i docs/reference/kurs.md.", "See the list of values in docs/reference/kurs.md.")  # fmt: skip
EMPTY_REGION = Code("empty-region-value", "error", "Regionvärdet {name} är tomt i region.yaml.", "The region value {name} is empty in region.yaml.",
                    "Fyll i det i region.yaml.", "Fill it in in region.yaml.")  # fmt: skip


@dataclass(frozen=True)
class Citations:
    law: Mapping[str, list[Place]]
    crc: Mapping[int, list[Place]]
    region: Mapping[str, list[Place]]


def law_links(source: Source) -> Iterator[tuple[str, Link]]:
    """`("law", link)` and `("crc", link)` for every such link of a file."""
    for link in links(source.text, source.file):
        scheme, colon, _ = link.target.partition(":")
        if colon and scheme in ("law", "crc"):
            yield scheme, link


def collect(sources: Iterable[Source]) -> Citations:
    law: dict[str, list[Place]] = {}
    crc: dict[int, list[Place]] = {}
    region: dict[str, list[Place]] = {}
    for source in sources:
        for scheme, link in law_links(source):
            name = link.target.partition(":")[2]
            if scheme == "law":
                law.setdefault(name, []).append(link.place)
            else:
                crc.setdefault(int(name) if name.isascii() and name.isdigit() else -1, []).append(link.place)
        for name, place in region_values(source.text, source.file):
            region.setdefault(name.removeprefix("region."), []).append(place)
    return Citations(law, crc, region)


def problems(
    cited: Citations,
    law: Mapping[str, LawEntry],
    crc: Mapping[int, CrcEntry],
    region: Region,
    known_values: Iterable[str],
) -> Iterator[Problem]:
    for name, places in cited.law.items():
        if name not in law:
            yield from (UNKNOWN_LAW.at(place, name=name, **_near(name, law)) for place in places)
    for number, places in cited.crc.items():
        if number not in crc:
            yield from (UNKNOWN_CRC.at(place, name=number if number > 0 else "?") for place in places)
    names = set(known_values)
    for name, places in cited.region.items():
        if region.value(name) is None:
            code = EMPTY_REGION if name in names or name.startswith("routines.") else UNKNOWN_REGION
            yield from (code.at(place, name=f"region.{name}") for place in places)


def _near(name: str, known: Iterable[str]) -> dict[str, str]:
    close = get_close_matches(name, list(known), n=1)
    if close:
        return {"near_sv": f"Menade du law:{close[0]}?", "near_en": f"Did you mean law:{close[0]}?"}
    return {"near_sv": "Lägg till det i law.yaml.", "near_en": "Add it to law.yaml."}
