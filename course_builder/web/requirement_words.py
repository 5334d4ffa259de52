"""Why somebody is exempt, and why a record is withdrawn: codes, so that nobody's own words and no illness are kept."""

from collections.abc import Mapping

from course_builder.web.language import gettext

EXEMPTIONS = ("on-leave", "done-before", "other-duties", "decided")
WITHDRAWALS = ("wrong-person", "wrong-date", "wrong-course", "wrong-result", "decided")


def reasons() -> Mapping[str, str]:
    return {
        "on-leave": gettext("Ledig från uppdraget"), "done-before": gettext("Har gått en motsvarande kurs"),
        "other-duties": gettext("Arbetsuppgifterna berörs inte"), "decided": gettext("Enligt beslut"),
        "wrong-person": gettext("Gällde någon annan"), "wrong-date": gettext("Datumet var fel"),
        "wrong-course": gettext("Gällde en annan kurs"), "wrong-result": gettext("Resultatet var fel"),
    }  # fmt: skip
