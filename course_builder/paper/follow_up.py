"""The five-minute item of an ordinary APT: what was agreed, and what to ask of each."""

from collections.abc import Mapping, Sequence

from course_builder.content.problems import Language
from course_builder.paper.agreed import Agreed, agreed_line

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "title": "Uppföljning: barnrätt hos oss (5 minuter, dialog)",
        "lead": "Leds av chef och ombud. Vi går igenom det vi kom överens om:",
        "ask": "Fråga om varje åtgärd: Vad har vi gjort? Har något barn märkt det? Är den klar, fortsätter den eller avslutas den utan åtgärd?",
        "none": "Vi har inga öppna åtgärder. Vad vill vi göra härnäst?",
    },
    "en": {
        "title": "Follow-up: child rights in our unit (5 minutes, dialogue)",
        "lead": "Led by manager and representative. We go through what we agreed on:",
        "ask": "Ask of each action: What have we done? Has any child noticed? Is it done, carried on or closed without action?",
        "none": "We have no open actions. What do we want to do next?",
    },
}


def agenda_item(actions: Sequence[Agreed], language: Language) -> str:
    """To paste into an agenda."""
    words = WORDS[language]
    if not actions:
        return f"{words['title']}\n{words['none']}\n"
    lines = [agreed_line(one, language) for one in actions]
    return "\n".join([words["title"], words["lead"], *lines, words["ask"]]) + "\n"
