"""What the columns of a staff list hold: guessed from the header, corrected by a person."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from course_builder.people.spelling import words


class Field(StrEnum):
    UNIT_ID = "unit_id"
    """The HR catalogue's id of the unit."""
    UNIT = "unit"
    PARENT_ID = "parent_id"
    PARENT = "parent"
    ADMINISTRATION = "administration"
    SERVICE = "service"
    """Names of the units above, where a list of people says them."""
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    EMPLOYEE_REF = "employee_ref"
    ROLE = "role"
    TITLE = "title"
    STARTS = "starts"
    ENDS = "ends"


Columns = Mapping[Field, int]
"""Where each field stands, counted from 0. Other columns are not read."""

LABELS: Mapping[Field, tuple[str, str]] = {
    Field.UNIT_ID: ("Enhets-id", "Unit id"),
    Field.UNIT: ("Enhet", "Unit"),
    Field.PARENT_ID: ("Id för enheten ovanför", "Id of the unit above"),
    Field.PARENT: ("Enheten ovanför", "Unit above"),
    Field.ADMINISTRATION: ("Förvaltning", "Administration"),
    Field.SERVICE: ("Verksamhet", "Service"),
    Field.NAME: ("Namn", "Name"),
    Field.FIRST_NAME: ("Förnamn", "First name"),
    Field.LAST_NAME: ("Efternamn", "Last name"),
    Field.EMAIL: ("E-post i arbetet", "Work e-mail"),
    Field.EMPLOYEE_REF: ("Anställnings-id", "Employee id"),
    Field.ROLE: ("Uppdrag", "Appointment"),
    Field.TITLE: ("Befattning", "Title"),
    Field.STARTS: ("Från och med", "From"),
    Field.ENDS: ("Till och med", "Until"),
}
"""Swedish and English, for the page where a person corrects the guess."""

SPELLINGS: Mapping[Field, tuple[str, ...]] = {
    Field.PARENT_ID: (
        "överordnad enhetsid", "överordnat id", "överordnad id", "förälder id", "parent id", "tillhör id",
        "id för enheten ovanför", "id of the unit above", "överordnad enhetskod",
    ),
    Field.PARENT: ("överordnad enhet", "överordnad", "enheten ovanför", "parent", "parent unit", "tillhör", "unit above"),
    Field.UNIT_ID: (
        "enhets id", "enhetsid", "enhetskod", "enhetsnummer", "orgid", "org id", "organisationsid", "hsa id enhet",
        "unit id", "hrid", "hr id", "kostnadsställe", "id",
    ),
    Field.ADMINISTRATION: ("förvaltning", "administration", "division"),
    Field.SERVICE: ("verksamhet", "verksamhetsområde", "område", "service", "klinik"),
    Field.UNIT: ("enhet", "enhetsnamn", "enhetens namn", "vårdenhet", "arbetsplats", "avdelning", "unit", "organisation"),
    Field.FIRST_NAME: ("förnamn", "tilltalsnamn", "first name", "given name"),
    Field.LAST_NAME: ("efternamn", "last name", "surname", "family name"),
    Field.NAME: ("namn", "fullständigt namn", "medarbetare", "anställd", "person", "name", "full name"),
    Field.EMAIL: ("e post", "epost", "e postadress", "epostadress", "mejl", "mejladress", "mail", "e mail", "email", "work e mail", "e post i arbetet"),
    Field.EMPLOYEE_REF: (
        "anställnings id", "anställningsid", "anställningsnummer", "anstnr", "anst nr", "användar id", "användarid",
        "hsa id", "employee id", "employee number",
    ),
    Field.ROLE: ("uppdrag", "roll", "appointment", "role"),
    Field.TITLE: ("befattning", "titel", "yrke", "title"),
    Field.STARTS: ("från och med", "fr o m", "from", "startdatum", "börjar", "start date"),
    Field.ENDS: ("till och med", "t o m", "tom", "slutdatum", "slutar", "until", "end date"),
}  # fmt: skip


def guess(header: Sequence[str]) -> dict[Field, int]:
    """By the whole heading; a column is used once. In a list of units alone, "namn" is the unit's."""
    plain = [" ".join(words(heading)) for heading in header]
    found: dict[Field, int] = {}
    for field, spellings in SPELLINGS.items():
        places = [plain.index(spelling) for spelling in spellings if spelling in plain]
        place = next((one for one in places if one not in found.values()), None)
        if place is not None:
            found[field] = place
    units_alone = {Field.UNIT_ID, Field.PARENT_ID, Field.PARENT} & found.keys() and not is_of_people(found)
    if units_alone and Field.UNIT not in found and Field.NAME in found:
        found[Field.UNIT] = found.pop(Field.NAME)
    return found


def is_of_people(columns: Columns) -> bool:
    return bool({Field.EMAIL, Field.EMPLOYEE_REF, Field.FIRST_NAME, Field.LAST_NAME} & columns.keys())
