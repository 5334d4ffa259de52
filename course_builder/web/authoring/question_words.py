"""What kinds of questions are called, and how few people's answers are told."""

from course_builder.learning.question_figures import FirstTime
from course_builder.reports.small import shown
from course_builder.web.language import gettext


def kind_names() -> dict[str, str]:
    return {
        "truth": gettext("Sant eller falskt"), "choice": gettext("Ett rätt svar"), "choices": gettext("Flera rätta svar"),
        "text": gettext("Kort svar"), "gaps": gettext("Luckor"), "number": gettext("Tal"), "match": gettext("Para ihop"),
        "order": gettext("Ordna"), "scale": gettext("Skala"), "reflect": gettext("Reflektion"),
    }  # fmt: skip


def first_time(figure: FirstTime | None) -> str:
    """Empty where nothing may be told."""
    if figure is None:
        return ""
    said = shown(figure.right, figure.of)
    if said.kind == "exact":
        return gettext("%(number)s av %(of)s svarade rätt första gången") % {
            "number": said.number,
            "of": said.of,
        }
    if said.kind == "fewer":
        return gettext("färre än %(number)s av %(of)s svarade rätt första gången") % {
            "number": said.number,
            "of": said.of,
        }
    if said.kind == "least":
        return gettext("minst %(number)s av %(of)s svarade rätt första gången") % {
            "number": said.number,
            "of": said.of,
        }
    return gettext("för få har svarat för att det ska visas") if figure.of else ""
