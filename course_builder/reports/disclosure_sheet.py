"""What is given out, as one table: a row a record, masked where somebody has decided so."""

from collections.abc import Mapping, Sequence

from course_builder.reports.disclosure import shown
from course_builder.reports.models import DisclosedRecord, RecordKind
from course_builder.reports.sheet import Sheet

KINDS: Mapping[str, str] = {
    RecordKind.APPOINTMENT: "uppdrag",
    RecordKind.REQUIREMENT: "krav",
    RecordKind.COMPLETION: "genomförd kurs",
    RecordKind.CERTIFICATE: "intyg",
    RecordKind.HOUR: "APT-timme",
    RecordKind.ATTENDANCE: "närvaro på APT-timme",
    RecordKind.ACTION: "åtgärd",
}
FIELDS: Mapping[str, str] = {
    "name": "namn", "employee_ref": "anställnings-id", "email": "e-post i tjänsten", "unit": "enhet", "role": "uppdrag som",
    "title": "befattning", "mandate": "uppdragets omfattning", "course": "kurs", "asked_of": "gäller", "on": "genomförd", "result": "resultat",
    "source": "källa", "from": "från", "to": "till", "due": "klar till", "made": "beslutad", "ended": "upphörde", "issued": "utfärdat",
    "withdrawn": "tillbakadragen", "number": "nummer",
    "present": "antal närvarande", "themes": "teman", "note": "anteckning", "what": "vad", "responsible": "ansvarig",
    "sign": "hur ett barn märker det", "outcome": "läge", "came_of_it": "vad det ledde till",
}  # fmt: skip
"""Swedish in every language of the page: the records are. The order is that of the columns."""


def sheet(title: str, records: Mapping[RecordKind, Sequence[DisclosedRecord]]) -> Sheet:
    everything = [record for kind in RecordKind for record in records.get(kind, ())]
    used = {name for record in everything for name in record.original}
    columns = [name for name in FIELDS if name in used]
    rows = []
    for record in everything:
        said = shown(record)
        rows.append((KINDS[record.kind], *(said.get(name, "") for name in columns), record.grounds))
    return Sheet(title, ("handling", *(FIELDS[name] for name in columns), "maskerat med stöd av"), rows)


def counted(records: Mapping[RecordKind, Sequence[DisclosedRecord]]) -> tuple[int, int]:
    """Records, and masked fields."""
    everything = [record for found in records.values() for record in found]
    return len(everything), sum(len(record.masked) for record in everything)
