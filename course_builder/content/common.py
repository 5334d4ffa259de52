"""What courses share: provisions, articles and what differs between regions. The nearest file wins, entry by entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from course_builder.content.glossary import read_glossary
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.region import Region
from course_builder.content.problems import Problem
from course_builder.content.shelves import Lookup
from course_builder.content.validate import mapping, validate

LAW, CRC, REGION, GLOSSARY = "law.yaml", "crc.yaml", "region.yaml", "glossary.yaml"

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Common:
    """`region_file` is None where no region.yaml was found; `faulty` are entries that are there but cannot be read."""

    law: Mapping[str, LawEntry]
    crc: Mapping[int, CrcEntry]
    faulty: frozenset[str]
    region: Region
    region_file: str | None
    glossary: Mapping[str, str]


def read_common(lookup: Lookup, problems: list[Problem]) -> Common:
    faulty: set[str] = set()
    law = _entries(lookup, LAW, LawEntry, problems, faulty)
    articles = _entries(lookup, CRC, CrcEntry, problems, faulty)
    region, region_file = _region(lookup, problems)
    return Common(
        law=law,
        crc={int(name): entry for name, entry in articles.items() if name.isascii() and name.isdigit()},
        faulty=frozenset(faulty),
        region=region,
        region_file=region_file,
        glossary=read_glossary(lookup, GLOSSARY, problems),
    )


def _entries(
    lookup: Lookup, file: str, model: type[Model], problems: list[Problem], faulty: set[str]
) -> dict[str, Model]:
    entries: dict[str, Model] = {}
    for found in lookup.common(file):
        value, told = mapping(found.source)
        problems += told
        for name, entry in (value or {}).items():
            if value is None or name in entries:
                continue
            made, told = validate(model, entry, value.at(name))
            problems += told
            if made is None:
                faulty.add(name)
            else:
                entries[name] = made
    return entries


def _region(lookup: Lookup, problems: list[Problem]) -> tuple[Region, str | None]:
    nearest = next(lookup.common(REGION), None)
    if nearest is None:
        return Region(), None
    value, told = mapping(nearest.source)
    problems += told
    if value is None:
        return Region(), nearest.source.file
    region, told = validate(Region, value, value.place)
    problems += told
    return region or Region(), nearest.source.file
