"""The target groups of courses, in the order people look for them."""

from course_builder.web.language import gettext

AUDIENCES = ("ombud", "chef", "politiker", "tjänsteperson", "extern", "medarbetare")


def audience_name(audience: str) -> str:
    return {
        "ombud": gettext("Ombud"), "chef": gettext("Chefer"), "politiker": gettext("Förtroendevalda"),
        "tjänsteperson": gettext("Tjänstepersoner"), "extern": gettext("Externa"), "medarbetare": gettext("Alla medarbetare"),
    }[audience]  # fmt: skip
