"""The words of the coordinator's lists, on the pages and in the files alike."""

from collections.abc import Callable, Mapping

from course_builder.web.language import gettext


def words() -> Callable[[str], str]:
    """Looked up once for a whole list. A name that has no words of its own is shown as it is."""
    said = table()
    return lambda name: said.get(name, name)


def table() -> Mapping[str, str]:
    return {
        "units": gettext("Enheter utan ombud"), "unit": gettext("Enhet"), "part": gettext("Del av"), "why": gettext("Varför"),
        "since": gettext("Sedan"), "name": gettext("Namn"), "appointed": gettext("Uppdrag sedan"), "state": gettext("Utbildning"),
        "last": gettext("Senast genomförd"), "people": gettext("Antal"), "trained": gettext("Utbildad"), "reps": gettext("Ombud"),
        "managers": gettext("Chefer"), "mail": gettext("Brev som inte kom fram"), "written": gettext("Skrivet"),
        "about": gettext("Gäller"), "error": gettext("Svar från e-postservern"), "tries": gettext("Försök"), "to": gettext("Till"),
        "never": gettext("Har inte gått utbildningen"), "due": gettext("Dags för uppdatering"), "unknown": gettext("Vet inte"),
        "ended": gettext("Uppdraget har avslutats"), "paused": gettext("Uppdraget är vilande"), "vacant": gettext("Har inte haft något ombud"),
        "fewer": gettext("färre än {number}"), "least": gettext("minst {number}"), "some": gettext("några"), "hidden": gettext("visas inte"),
        "invite": gettext("Inbjudan"), "reset": gettext("Nytt lösenord"), "reminder": gettext("Påminnelse"),
        "renewal": gettext("Dags för uppdatering"), "vacancy": gettext("Enhet utan ombud"), "password_changed": gettext("Lösenordet är ändrat"),
        "follow-up": gettext("Dags att följa upp"), "afterwards": gettext("Gör i efterhand"),
    }  # fmt: skip
