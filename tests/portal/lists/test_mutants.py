"""Lists broken in every way a seed can think of: read or refused in words, never half taken in, never a crash (trust 18)."""

from collections import Counter
from random import Random

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.importing.sheet import Sheet, SheetError, read_sheet
from course_builder.learning.models import Completion
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.portal import lists, taking_in
from course_builder.portal.models import ListRow, RowState
from tests.portal.lists.office import NOW, Office

SEED, LISTS = 20261123, 5_000
GOOD = """\
Anställningsnummer;E-post;Namn;Kurs;Datum;Resultat
E100;p100@exempel.se;Åsa Öberg;Grundutbildning för barnrättsombud;2026-10-01;Godkänd
E101;;Björn Ängström;grund;1/10 2026;ja
;p102@exempel.se;Cecilia;Barnrätt för chefer;1 oktober 2026;100 %
E103;;David;grund;2026-10-04;Påbörjad
""".encode()
SPLICES = (
    b";", b"\n", b'"', b"\t", b",", b"\0", b"\xff", b"\xe5", "å".encode(), "\u202e".encode(), b"=1+1", b"19121212-1212", b"9" * 400,
    b"E100", b"2026-99-99", b"1/1/1", b"%", b"x" * 3000, b"\r\n\r\n", b"0001-01-01", b"9999-12-31", b"T", b"2026-10-01T99:99Z",
)  # fmt: skip


def mutant(random: Random) -> bytes:
    data = bytearray(GOOD)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(data) + 1)
        match random.randrange(4):
            case 0:
                data[at:at] = random.choice(SPLICES)
            case 1:
                del data[at : at + random.randint(1, 30)]
            case 2 if data:
                data[at % len(data)] = random.randrange(256)
            case _:
                start = random.randrange(len(data) + 1)
                data[at:at] = data[start : start + random.randint(1, 60)]
    return bytes(data)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_mutants(office: Office) -> None:
    random, came = Random(SEED), Counter[str]()
    for _ in range(LISTS):
        came[brought(office, mutant(random))] += 1
    assert min(came["taken"], came["unreadable"], came["refused"]) > 0
    assert office.completions() == []  # every one was rolled back


class Back(Exception):
    """Takes back what a mutant did."""


def brought(office: Office, data: bytes) -> str:
    try:
        sheet = read_sheet(data, "lista.csv")
    except SheetError as no:
        assert no.words("sv")
        return "unreadable"
    try:
        with office.database.writing() as session:
            came = taken(office, session, sheet)
            raise Back
    except Refused as no:
        assert no.sv
        return "refused"
    except Back:
        return came


def taken(office: Office, session: Session, sheet: Sheet) -> str:
    """Taken in twice; the second time changes nothing."""
    if not _take(office, session, sheet):
        return "nothing new"
    completions = session.scalar(select(func.count()).select_from(Completion))
    rows = session.scalars(select(ListRow)).all()
    assert completions == sum(row.state == RowState.TAKEN for row in rows)
    assert not any(looks_like(text) for row in rows for text in row.said.values())
    assert not _take(office, session, sheet)
    assert session.scalar(select(func.count()).select_from(Completion)) == completions
    return "taken"


def _take(office: Office, session: Session, sheet: Sheet) -> bool:
    made = office.bring(session, sheet)
    portal = lists.portal_named(session, "Lärportalen")
    portal.columns = {}
    return taking_in.take(session, made, office.paths, office.coordinator, NOW)
