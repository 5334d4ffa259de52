"""What the pages of lists call states, reasons and results."""

from course_builder.learning.models import Source
from course_builder.portal.models import ListRow, RowState
from course_builder.portal.plan import Line
from course_builder.portal.results import Outcome
from course_builder.web.language import gettext


def source_name(source: str) -> str:
    return {
        Source.HERE: gettext("här"), Source.PORTAL: gettext("portalen"), Source.APT: gettext("på APT"),
        Source.BY_HAND: gettext("registrerad i efterhand"),
    }[Source(source)]  # fmt: skip


def state_name(state: RowState | str, planned: bool = False) -> str:
    """`planned`: before the list is taken in."""
    return {
        RowState.TAKEN: gettext("Registreras") if planned else gettext("Registrerad"),
        RowState.KNOWN: gettext("Redan känd"),
        RowState.NOT_YET: gettext("Inte klar än"),
        RowState.UNMATCHED: gettext("Okänd"),
        RowState.CONTRADICTS: gettext("Säger emot"),
        RowState.SET_ASIDE: gettext("Lagd åt sidan"),
        RowState.WITHDRAWN: gettext("Tillbakadragen"),
    }[RowState(state)]


def outcome_name(outcome: str | None) -> str:
    return {
        Outcome.PASSED.value: gettext("godkänd"), Outcome.DONE.value: gettext("genomförd"),
        Outcome.NOT_YET.value: gettext("inte klar än"),
    }.get(outcome or "", "")  # fmt: skip


def reason(row: Line | ListRow) -> str:
    """Why a row is not simply recorded."""
    if row.state == RowState.KNOWN:
        return _known(row.reason)
    if row.state == RowState.NOT_YET:
        return gettext("Inget registreras.")
    return {
        "who": gettext("Ingen här har det anställnings-id:t eller den adressen."),
        "person": gettext("Anställnings-id och e-post hör till två olika personer."),
        "course": gettext("Kursens namn känns inte igen."),
        "result": gettext("Listan säger något annat om resultatet.") if row.state == RowState.CONTRADICTS else gettext("Ordet för resultatet är nytt."),
        "on": gettext("Datumet går inte att läsa. Skriv det som 2026-11-21."),
        "future": gettext("Dagen har inte varit än."),
        "near": gettext("Samma kurs står redan från samma håll, en annan dag."),
        "in_list": gettext("En annan rad i listan säger något annat om samma dag."),
        "not_yet": gettext("Här står kursen som klar den dagen, listan säger att den inte är det."),
    }.get(row.reason, "")  # fmt: skip


def _known(reason: str) -> str:
    return {
        "completion": gettext("Står redan här."),
        "twice": gettext("Raden finns två gånger i listan."),
        "taken": gettext("Kom med en tidigare lista."),
        "unmatched": gettext("Väntar redan på att redas ut."),
        "contradicts": gettext("Väntar redan på att redas ut."),
        "set_aside": gettext("Har lagts åt sidan tidigare."),
        "withdrawn": gettext("Har rättats tidigare."),
    }.get(reason, "")


def trace_name(what: str) -> str:
    return {
        "taken": gettext("läste in listan"), "matched": gettext("redde ut raden för hand"),
        "set_aside": gettext("lade raden åt sidan"), "accepted": gettext("lät listan gälla"),
        "corrected": gettext("rättade raden"), "withdrawn": gettext("drog tillbaka raden"),
        "undone": gettext("ångrade hela listan"), "tried_again": gettext("prövade okända igen"),
    }[what]  # fmt: skip


def field_name(field: str) -> str:
    return {
        "who": gettext("Anställnings-id eller e-post"), "email": gettext("E-post i tjänsten"), "name": gettext("Namn (visas bara när du reder ut)"),
        "course": gettext("Kurs"), "on": gettext("Datum"), "result": gettext("Resultat"),
    }[field]  # fmt: skip
