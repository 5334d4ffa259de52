"""What the pages of attendance say: how somebody came to be ticked, and what is stored now."""

from datetime import datetime

from course_builder.meetings.attendance import How
from course_builder.meetings.models import Way
from course_builder.meetings.sheet import Sheet
from course_builder.web.clock import SWEDEN
from course_builder.web.language import gettext, ngettext


def how_words(how: str) -> str:
    return {
        How.TICK: gettext("kryss på listan"),
        How.ALL_BUT: gettext("alla utom"),
        How.PASTE: gettext("inklistrat namn"),
        How.WALK_IN: gettext("kom utan att vara väntad"),
        How.WALL: gettext("kod på väggen"),
        How.PAPER: gettext("från papper"),
        How.AFTERWARDS: gettext("gjort i efterhand"),
        How.CORRECTION: gettext("rättat efteråt"),
    }[How(how)]


def stored_words(found: Sheet, now: datetime) -> str:
    """What the database says, not what was sent."""
    time = now.astimezone(SWEDEN).strftime("%H.%M")
    if found.way != Way.NUMBER and found.expected is not None:
        words = gettext("Sparat %(time)s: %(present)s av %(expected)s är noterade som närvarande.")
        return words % {"time": time, "present": found.present, "expected": found.expected}
    words = ngettext(
        "Sparat %(time)s: en person är noterad som närvarande.",
        "Sparat %(time)s: %(num)s personer är noterade som närvarande.",
        found.present,
    )
    return words % {"time": time, "num": found.present}
