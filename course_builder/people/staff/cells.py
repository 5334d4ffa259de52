"""What single cells of a staff list mean: a role, a day."""

import re
from datetime import date

from course_builder.importing import serial
from course_builder.people.models import Role

ROLES = {
    "": Role.EMPLOYEE,
    "medarbetare": Role.EMPLOYEE,
    "employee": Role.EMPLOYEE,
    "ombud": Role.REP,
    "barnrättsombud": Role.REP,
    "barnombud": Role.REP,
    "pilot": Role.REP,
    "barnrättspilot": Role.REP,
    "representative": Role.REP,
    "chef": Role.MANAGER,
    "enhetschef": Role.MANAGER,
    "vårdenhetschef": Role.MANAGER,
    "verksamhetschef": Role.MANAGER,
    "manager": Role.MANAGER,
    "förtroendevald": Role.ELECTED,
    "elected representative": Role.ELECTED,
    "tjänsteperson": Role.OFFICIAL,
    "public official": Role.OFFICIAL,
    "extern": Role.EXTERNAL,
    "external user": Role.EXTERNAL,
}
"""What a list may give. Trainers, coordinators and administrators are appointed by hand."""
KNOWN = "medarbetare, ombud, chef, förtroendevald, tjänsteperson, extern"
UNTIL_FURTHER_NOTICE = 2200
"""HR systems end what has no end in the year 9999 or so."""
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./ ](\d{4})")


def day(text: str) -> date | None:
    """2026-11-21, 20261121, 21.11.2026 or 21/11/2026, or the number a spreadsheet has for a day."""
    first, last = _DAY.fullmatch(text), _DAY_FIRST.fullmatch(text)
    try:
        if first:
            return date(int(first[1]), int(first[2]), int(first[3]))
        return date(int(last[3]), int(last[2]), int(last[1])) if last else serial.day(text)
    except ValueError:
        return None
