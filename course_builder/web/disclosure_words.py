"""What the pages of disclosure and disposal call things."""

from course_builder.reports.disposal import What
from course_builder.reports.models import RecordKind
from course_builder.web.language import gettext


def kind_name(kind: RecordKind | str) -> str:
    return {
        RecordKind.APPOINTMENT: gettext("Uppdrag"),
        RecordKind.REQUIREMENT: gettext("Krav på kurser"),
        RecordKind.COMPLETION: gettext("Genomförda kurser"),
        RecordKind.CERTIFICATE: gettext("Intyg"),
    }[RecordKind(kind)]


def record_field(field: str) -> str:
    return {
        "name": gettext("Namn"), "employee_ref": gettext("Anställnings-id"), "email": gettext("E-post"), "unit": gettext("Enhet"),
        "role": gettext("Uppdrag som"), "title": gettext("Befattning"), "mandate": gettext("Omfattning"), "course": gettext("Kurs"),
        "asked_of": gettext("Gäller"), "on": gettext("Genomförd"), "result": gettext("Resultat"), "source": gettext("Källa"),
        "from": gettext("Från"), "to": gettext("Till"), "due": gettext("Klar till"), "made": gettext("Beslutad"), "ended": gettext("Upphörde"),
        "issued": gettext("Utfärdat"), "withdrawn": gettext("Tillbakadragen"), "number": gettext("Nummer"),
    }[field]  # fmt: skip


def what_name(what: What | str) -> str:
    return {
        What.ANSWERS: gettext("Svaren i kurser som är klara (resultaten bevaras)"),
        What.LETTERS: gettext("Text och adress i brev som har skickats (att de skickades bevaras)"),
    }[What(what)]
