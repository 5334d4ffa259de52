"""The units of Region Norrsjö: a region, three administrations, twelve units, and one that was merged into another."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy.orm import Session

from course_builder.people import tree
from course_builder.people.models import Unit

REGION = "Region Norrsjö"
UNITS: Mapping[str, tuple[str, ...]] = {
    "Hälso- och sjukvårdsförvaltningen": (
        "Barn- och ungdomskliniken", "Barnakuten", "Kvinnokliniken", "Akutmottagningen", "Habiliteringen",
    ),
    "Primärvårdsförvaltningen": (
        "Vårdcentralen Björken", "Vårdcentralen Hamnen", "Ungdomsmottagningen", "Barnhälsovården",
    ),
    "Tandvård och regional utveckling": ("Folktandvården Centrum", "Folktandvården Viken", "Kulturskolan"),
}  # fmt: skip
WITHOUT_REP = ("Akutmottagningen", "Folktandvården Viken")
MERGED, MERGED_INTO = "Ungdomsmottagningen Viken", "Ungdomsmottagningen"
OLD = timedelta(days=6 * 365)


def build(session: Session, today: date) -> dict[str, Unit]:
    """By name."""
    region = tree.add_unit(session, REGION, None, today - OLD, "NRS")
    units = {REGION: region}
    for number, (name, below) in enumerate(UNITS.items(), start=1):
        units[name] = tree.add_unit(session, name, region, today - OLD, f"NRS-{number}")
        for place, unit in enumerate(below, start=1):
            units[unit] = tree.add_unit(session, unit, units[name], today - OLD, f"NRS-{number}{place:02}")
    parent = units["Primärvårdsförvaltningen"]
    units[MERGED] = tree.add_unit(session, MERGED, parent, today - OLD, "NRS-299")
    return units


def leaves() -> tuple[str, ...]:
    return tuple(unit for below in UNITS.values() for unit in below)
