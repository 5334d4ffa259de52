"""What the forms' script says, in the language of the page."""

from collections.abc import Mapping

from course_builder.web.language import gettext


def field_words() -> Mapping[str, str]:
    """`{name}` is filled in by the script."""
    return {
        "moved": gettext("{what} är nu nummer {number} av {all}."),
        "removed": gettext("{what} togs bort"),
        "added": gettext("{what} lades till."),
        "copied": gettext("{what} är en kopia med egna svar."),
        "first": gettext("{what} är redan först."),
        "last": gettext("{what} är redan sist."),
        "why_right": gettext("Varför är det rätt?"),
        "why_wrong": gettext("Varför är det inte rätt?"),
    }
