"""What a course cites: law, articles and region values, with the place of every mention."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from course_builder.content.links import Link, Where, links, region_values
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.region import Region, value_names
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source

UNKNOWN_LAW = Code("unknown-law", "error", "Lagrummet law:{name} finns inte i law.yaml.", "The provision law:{name} is not in law.yaml.", "{near_sv}", "{near_en}")  # fmt: skip
UNKNOWN_CRC = Code("unknown-article", "error", "Artikeln crc:{name} finns inte i crc.yaml.", "The article crc:{name} is not in crc.yaml.",
                   "Artiklarna 1–42 är svensk lag; skriv ett av de talen.", "Articles 1–42 are Swedish law; write one of those numbers.")  # fmt: skip
UNKNOWN_REGION = Code("unknown-region-value", "error", "Regionvärdet {name} finns inte.", "There is no region value {name}.", "{near_sv}", "{near_en}")  # fmt: skip
EMPTY_REGION = Code("empty-region-value", "error", "Regionvärdet {name} är tomt i region.yaml.", "The region value {name} is empty in region.yaml.",
                    "Fyll i det i region.yaml.", "Fill it in in region.yaml.")  # fmt: skip
CODES = (UNKNOWN_LAW, UNKNOWN_CRC, UNKNOWN_REGION, EMPTY_REGION)


@dataclass(frozen=True)
class Citations:
    law: dict[str, list[Place]]
    crc: dict[int, list[Place]]
    region: dict[str, list[Place]]


def law_links(found: Iterable[Link]) -> Iterator[tuple[str, str, Place]]:
    """`("law" or "crc", name, place)` for every such link."""
    for link in found:
        scheme, colon, name = link.target.partition(":")
        if colon and scheme in ("law", "crc"):
            yield scheme, name, link.place


def collect(sources: Iterable[Source]) -> Citations:
    cited = Citations({}, {}, {})
    for source in sources:
        _add(cited, source.links)
        for name, place in region_values(source.text, source.place):
            cited.region.setdefault(name, []).append(place)
    return cited


def follow(cited: Citations, law: Mapping[str, LawEntry], crc: Mapping[int, CrcEntry]) -> None:
    """Add what the cited provisions and articles cite in their turn."""
    seen: set[str | int] = set()
    while new := [name for name in _names(cited) if name not in seen]:
        seen.update(new)
        for name in new:
            entry = law.get(name) if isinstance(name, str) else crc.get(name)
            for text, place in _words(entry):
                _add(cited, links(text, _at(place)))


def _at(place: Place) -> Where:
    return lambda offset: place


def _names(cited: Citations) -> Iterator[str | int]:
    yield from cited.law
    yield from cited.crc


def _words(entry: LawEntry | CrcEntry | None) -> Iterator[tuple[str, Place]]:
    if isinstance(entry, LawEntry):
        yield from ((wording.says, wording.at("says")) for wording in entry.wordings)
    elif entry is not None:
        yield entry.says, entry.at("says")


def _add(cited: Citations, found: Iterable[Link]) -> None:
    for scheme, name, place in law_links(found):
        if scheme == "law":
            cited.law.setdefault(name, []).append(place)
        else:
            cited.crc.setdefault(
                int(name) if name.isascii() and name.isdigit() and len(name) < 4 else -1, []
            ).append(place)


def problems(
    cited: Citations,
    law: Mapping[str, LawEntry],
    crc: Mapping[int, CrcEntry],
    region: Region,
    faulty: Container[str] = (),
) -> Iterator[Problem]:
    """What is cited but not there; `faulty` entries are there, and their own problems are told."""
    for name, places in cited.law.items():
        if name not in law and name not in faulty:
            near = _near(name, law, "law:", ("Lägg till det i law.yaml.", "Add it to law.yaml."))
            yield from (UNKNOWN_LAW.at(place, name=name, **near) for place in places)
    for number, places in cited.crc.items():
        if number not in crc and str(number) not in faulty:
            yield from (UNKNOWN_CRC.at(place, name=number if number > 0 else "?") for place in places)
    for name, places in cited.region.items():
        if region.value(name) is None:
            yield from (
                _no_value(name).at(place, name=f"region.{name}", **_near_value(name)) for place in places
            )


def _no_value(name: str) -> Code:
    return EMPTY_REGION if name in value_names(name) else UNKNOWN_REGION


def _near_value(name: str) -> dict[str, str]:
    known = value_names(name)
    listed = ", ".join(known)
    return _near(name, known, "region.", (f"Välj bland: {listed}.", f"Choose from: {listed}."))


def _near(name: str, known: Iterable[str], prefix: str, otherwise: tuple[str, str]) -> dict[str, str]:
    close = get_close_matches(name, list(known), n=1)
    if close:
        return {"near_sv": f"Menade du {prefix}{close[0]}?", "near_en": f"Did you mean {prefix}{close[0]}?"}
    return {"near_sv": otherwise[0], "near_en": otherwise[1]}
