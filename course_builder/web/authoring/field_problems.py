"""A problem as it is told beside its field: the words of the file, such as `because:`, are not to be seen there."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from course_builder.content.forms.labels import LABELS
from course_builder.content.problems import Problem
from course_builder.web.language import gettext, language

Told = Callable[[], str]
BESIDE: Mapping[str, Told] = {
    "missing-key": lambda: gettext("Fyll i det här."),
    "empty": lambda: gettext("Fyll i det här."),
    "too-few": lambda: gettext("Det behövs fler. Lägg till."),
    "not-yes-or-no": lambda: gettext("Välj ja eller nej."),
    "not-a-number": lambda: gettext("Skriv ett tal med siffror."),
    "one-of": lambda: gettext("Fyll i ett av fälten, inte flera."),
    "at-most-one": lambda: gettext("Fyll i högst ett av fälten."),
    "option-without-feedback": lambda: gettext("Säg varför, så att den som väljer svaret får veta."),
    "question-without-feedback": lambda: gettext("Säg vad som gäller och varför."),
    "case-silent": lambda: gettext("Säg vad valet leder till."),
    "no-right-answer": lambda: gettext("Markera det svar som är rätt."),
    "many-right-answers": lambda: gettext("Bara ett svar kan väljas. Markera ett, eller gör en fråga av sorten Flera rätta svar."),
    "case-nowhere": lambda: gettext("Valet leder till en händelse som inte finns. Välj vad som händer sedan."),
    "case-unreached": lambda: gettext("Ingen väg leder hit. Låt ett val leda hit, eller ta bort händelsen."),
    "case-endless": lambda: gettext("Berättelsen går runt utan slut. Skriv en händelse utan val."),
    "pause-not-described": lambda: gettext("Filmen är syntolkad. Säg var den syntolkade ska stanna."),
    "pause-order": lambda: gettext("Pausen ligger inte efter den förra. Ändra tiden."),
    "agenda-sum": lambda: gettext("Punkternas minuter och timmens längd är inte lika. Ändra någon av dem."),
    "agenda-no-minutes": lambda: gettext("Skriv hur lång timmen är."),
    "agenda-least": lambda: gettext("Det är fler minuter än punkten har."),
    "agenda-shrink-without-least": lambda: gettext("Punkten kan kortas. Säg hur många minuter den behåller."),
    "agenda-stiff": lambda: gettext("Ingen punkt kan kortas om ni ligger efter. Säg under Mer vilken som kortas först."),
    "agenda-film-gives": lambda: gettext("Filmsamtalet kortas fråga för fråga. Ta bort siffrorna här och skriv dem på frågorna i filmsamtalet."),
    "agenda-follow-up": lambda: gettext("Åtgärderna följs redan upp i en annan punkt. Ta bort den ena."),
    "seated-form": lambda: gettext("Alla kan inte stå. Skriv hur övningen görs sittande, till exempel ”stående eller sittande”."),
    "variant-twice": lambda: gettext("Den längden finns redan. Skriv andra minuter."),
    "variant-same": lambda: gettext("Punkten finns inte längre i timmens agenda. Ta bort den här också."),
    "variant-same-twice": lambda: gettext("Punkten är redan med i den här längden. Ta bort den ena."),
    "variant-questions": lambda: gettext("Punkten har inget filmsamtal. Ta bort frågorna."),
    "variant-question": lambda: gettext("Frågan finns inte längre i filmsamtalet. Välj en annan."),
    "item-untitled": lambda: gettext("Skriv vad punkten heter."),
    "keep-shrink": lambda: gettext("En punkt som aldrig kortas kan inte också stå i tur att kortas. Ta bort det ena."),
    "rights-missing": lambda: gettext("Säg med vilken rätt filmen får visas."),
    "rights-unchecked": lambda: gettext("Säg när visningsrätten kontrollerades."),
    "no-wrong-answer": lambda: gettext("Alla svar är rätta. Lägg till ett som många tror på."),
}  # fmt: skip


NAMING = frozenset({"missing-key", "empty"})
"""They say `length saknas.`: who fills in a form knows the field as Längd."""


def message(problem: Problem) -> str:
    """What is wrong, with the field's label where all forms have the same for its key."""
    tongue = language()
    key = problem.values.get("key", "")
    labels = {fields[key].label.told(tongue) for fields in LABELS.values() if key in fields}
    if problem.code.name not in NAMING or len(labels) != 1 or not problem.place.file.endswith(".yaml"):
        return problem.message(tongue)
    return replace(problem, values={**problem.values, "key": labels.pop()}).message(tongue)


def advice(problem: Problem) -> str:
    """What to do about it, after its message; without the words of the file where a form asks for it."""
    beside = BESIDE.get(problem.code.name) if problem.place.file.endswith(".yaml") else None
    return beside() if beside is not None else problem.hint(language())


def spoken(problem: Problem) -> str:
    beside = BESIDE.get(problem.code.name)
    if beside is not None:
        return beside()
    tongue = language()
    return f"{problem.message(tongue)} {problem.hint(tongue)}".strip()
