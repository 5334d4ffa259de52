"""What the form of a film discussion says, in the language of the page."""

from collections.abc import Mapping

from course_builder.content.talk_time import TalkTime
from course_builder.web.language import gettext, ngettext


def film_words() -> Mapping[str, str]:
    """`{time}` and other names in braces are filled in by the script."""
    return {
        "before": gettext("Före"),
        "film": gettext("Film och pauser"),
        "after": gettext("Efter"),
        "stop": gettext("Stanna här ({time})"),
        "stop_described": gettext("… och här i den syntolkade ({time})"),
        "stopped": gettext("Paus {number} vid {time}. Skriv frågan."),
        "taken": gettext("Det finns redan en paus vid {time}."),
        "set": gettext("Paus {number} stannar vid {time} i den syntolkade."),
        "pause": gettext("Paus {number} vid {time}"),
        "no_pause": gettext("Gör en paus i filmen först."),
        "by_time": gettext("Pauserna står i filmens ordning. Ändra tiden, så flyttas pausen."),
        "suggested": gettext(
            "Förslag: {time}, räknat på filmernas längd. Lyssna och flytta till rätt ställe."
        ),
        "now": gettext("{time} av {all}"),
        "not_time": gettext("Skriv minuter och sekunder, till exempel 0:41."),
    }


def said_of(time: TalkTime) -> str:
    """`Samtalet tar 31 min: ryms i 45, inte i 30. Ensam: ungefär 11 min.`"""
    said = {"num": time.room, "fits": time.fits, "short": time.too_short}
    if time.fits is None:
        talk = gettext("Samtalet tar %(num)s min: ryms inte i %(short)s.")
    elif time.too_short is None:
        talk = gettext("Samtalet tar %(num)s min: ryms i %(fits)s.")
    else:
        talk = gettext("Samtalet tar %(num)s min: ryms i %(fits)s, inte i %(short)s.")
    alone = ngettext("Ensam: ungefär 1 min.", "Ensam: ungefär %(num)s min.", time.alone) % {"num": time.alone}
    return f"{talk % said} {alone}"
