"""What can be wrong in a staff list. An error anywhere stops the whole list, so nothing is half taken in."""

from course_builder.content.problems import Code

NO_COLUMN = Code(
    "staff-column",
    "error",
    "Ingen kolumn är vald för {field}.",
    "No column is chosen for {field}.",
)
PERSONNUMMER = Code(
    "staff-personnummer",
    "error",
    "Kolumnen {column} innehåller personnummer, antal rader: {count}. De sparas inte här, eftersom de inte behövs. Ta bort kolumnen ur filen.",
    "The column {column} has personnummer in it, rows: {count}. They are not stored here, as they are not needed. Remove the column from the file.",
)
MORE_CELLS = Code(
    "staff-more-cells",
    "error",
    "Raden har fler celler än rubrikraden. Se efter om ett skiljetecken står inne i en cell.",
    "The row has more cells than the heading row. See whether a separator stands inside a cell.",
)
VALUE = Code("staff-value", "error", "{reason_sv}", "{reason_en}")
NO_KEY = Code(
    "staff-no-key",
    "error",
    "{name} har varken anställnings-id eller e-postadress, så nästa lista kan inte känna igen personen.",
    "{name} has neither an employee id nor an e-mail address, so the next list cannot recognise the person.",
)
NO_UNIT = Code("staff-no-unit", "error", "Enhet saknas på raden.", "The row names no unit.")
UNKNOWN_UNIT = Code(
    "staff-unknown-unit",
    "error",
    "Enheten {unit} finns varken i listan eller här sedan förut. Lägg till den i listan över enheter.",
    "The unit {unit} is neither in the list nor here from before. Add it to the list of units.",
)
SEVERAL_UNITS = Code(
    "staff-several-units",
    "error",
    "Flera enheter heter {unit}. Ange enhets-id, eller förvaltning och verksamhet.",
    "Several units are called {unit}. Give the unit id, or administration and service.",
)
ELSEWHERE = Code(
    "staff-elsewhere",
    "error",
    "{unit} ligger utanför {part}, som listan gäller. Ta bort raden, eller välj en större del.",
    "{unit} lies outside {part}, which the list is about. Remove the row, or choose a larger part.",
)
CIRCLE = Code(
    "staff-circle",
    "error",
    "{unit} ligger under sig själv i listan.",
    "{unit} lies under itself in the list.",
)
CONTRADICTS = Code(
    "staff-contradicts",
    "error",
    "Raden säger något annat än rad {row} om samma {what}: {this} och {that}.",
    "The row says something else than row {row} of the same {what}: {this} and {that}.",
)
TAKEN = Code(
    "staff-taken",
    "error",
    "{value} hör till en annan person här. Rätta listan, eller ändra personen först.",
    "{value} belongs to another person here. Correct the list, or change the person first.",
)
KEPT = Code(
    "staff-kept",
    "warning",
    "Uppgifterna om {name} ändras inte av listan, eftersom hen också har ett uppdrag utanför det listan råder över. Ändra dem för hand.",
    "The list does not change the details of {name}, who also has an appointment outside of what the list is about. Change them by hand.",
)
ROLE = Code(
    "staff-role",
    "error",
    "Uppdraget {role} går inte att ge med en lista. Skriv {known}, eller ge det för hand.",
    "The appointment {role} cannot be given by a list. Write {known}, or give it by hand.",
)
DAY = Code(
    "staff-day",
    "error",
    "{value} är inget datum. Skriv som 2026-11-21.",
    "{value} is no date. Write it as 2026-11-21.",
)
TWICE = Code(
    "staff-twice",
    "warning",
    "{name} står redan på rad {row} med samma uppdrag på samma enhet. Raden räknas en gång.",
    "{name} stands on row {row} already with the same appointment at the same unit. The row counts once.",
)
MANY_END = Code(
    "staff-many-end",
    "warning",
    "Listan avslutar {ended} av {all} uppdrag i den del den gäller. Är den hel?",
    "The list ends {ended} of {all} appointments in the part it is about. Is it complete?",
)
UNIT_STAYS = Code(
    "staff-unit-stays",
    "warning",
    "{unit} finns inte i listan men har folk eller enheter kvar. Avsluta den, eller slå ihop den med en annan, för hand.",
    "{unit} is not in the list but still has people or units. End it, or merge it with another, by hand.",
)
