"""Provisions that a course cites: in force, about to change, and read again within a year."""

from collections.abc import Iterator
from datetime import timedelta

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

SOON = timedelta(days=90)
YEAR = timedelta(days=365)

LAPSED = Code("law-lapsed", "error", "Lydelsen av {name} gäller inte i dag.", "The wording of {name} is not in force today.",
              "Skriv den nya lydelsen i law.yaml.", "Write the new wording in law.yaml.")  # fmt: skip
ENDING = Code("law-ending", "warning", "Lydelsen av {name} slutar gälla {day} och ingen ny är skriven.", "The wording of {name} ends on {day} and no new one is written.",
              "Skriv den nya lydelsen i law.yaml med valid_from:", "Write the new wording in law.yaml with valid_from:")  # fmt: skip
CHANGING = Code("law-changing", "warning", "{name} får en ny lydelse {day}.", "{name} gets a new wording on {day}.",
                "Läs texten som länkar hit. Paketet behöver byggas om efter den dagen.", "Read the text that links here. Build the package again after that day.")  # fmt: skip
UNCHECKED = Code("law-unchecked", "warning", "{name} är inte kontrollerad på över ett år (senast {day}).", "{name} has not been checked for over a year (last {day}).",
                 "Läs lagrummet på nytt och ändra checked_on i law.yaml.", "Read the provision again and change checked_on in law.yaml.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for name in checked.cited.law:
        entry = checked.law.get(name)
        if entry is None:
            continue
        now = entry.wording(checked.today)
        later = [
            w.valid_from
            for w in entry.wordings
            if w.valid_from and checked.today < w.valid_from <= checked.today + SOON
        ]
        if now is None:
            yield LAPSED.at(entry.place, name=entry.name)
        elif later:
            yield CHANGING.at(entry.place, name=entry.name, day=min(later))
        elif now.valid_to and now.valid_to <= checked.today + SOON:
            yield ENDING.at(entry.place, name=entry.name, day=now.valid_to)
        if entry.checked_on + YEAR < checked.today:
            yield UNCHECKED.at(entry.place, name=entry.name, day=entry.checked_on)
