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
        RecordKind.HOUR: gettext("APT-timmar"),
        RecordKind.ATTENDANCE: gettext("Närvaro på APT-timmar"),
        RecordKind.ACTION: gettext("Åtgärder"),
    }[RecordKind(kind)]


def record_field(field: str) -> str:
    return {
        "name": gettext("Namn"), "employee_ref": gettext("Anställnings-id"), "email": gettext("E-post"), "unit": gettext("Enhet"),
        "role": gettext("Uppdrag som"), "title": gettext("Befattning"), "mandate": gettext("Omfattning"), "course": gettext("Kurs"),
        "asked_of": gettext("Gäller"), "on": gettext("Genomförd"), "result": gettext("Resultat"), "source": gettext("Källa"),
        "from": gettext("Från"), "to": gettext("Till"), "due": gettext("Klar till"), "made": gettext("Beslutad"), "ended": gettext("Upphörde"),
        "issued": gettext("Utfärdat"), "withdrawn": gettext("Tillbakadragen"), "number": gettext("Nummer"),
        "present": gettext("Antal närvarande"), "themes": gettext("Teman"), "note": gettext("Anteckning"), "what": gettext("Åtgärd"),
        "responsible": gettext("Ansvarig"), "sign": gettext("Hur märker ett barn det?"), "outcome": gettext("Läge"),
        "came_of_it": gettext("Vad det ledde till"),
    }[field]  # fmt: skip


def what_name(what: What | str) -> str:
    return {
        What.ANSWERS: gettext("Svaren i kurser som är klara (resultaten bevaras)"),
        What.ATTENDANCE: gettext(
            "Namnen på APT-timmars närvarolistor (antalet och genomförda kurser bevaras)"
        ),
        What.STEERING: gettext("Vem som gjorde vad medan en APT-timme pågick"),
        What.LETTERS: gettext("Text och adress i brev som har skickats (att de skickades bevaras)"),
    }[What(what)]
