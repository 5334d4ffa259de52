"""The words of the invitation and the agenda, in Swedish and English."""

from collections.abc import Mapping

from course_builder.content.problems import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "invitation": "Inbjudan till APT: {title}",
        "agenda": "Dagordning till APT: {title}",
        "when": "När",
        "where": "Var",
        "unit": "Enhet",
        "led_by": "Leds av",
        "manager": "chef",
        "and": " och ",
        "film": "Vi ser en kort film och pratar om den i små grupper. Du behöver inte förbereda dig.",
        "note": "Innehåll som kan kännas: {note}",
        "pass": (
            "Vi pratar om arbetssätt, inte om enskilda patienter eller kollegor. Alla får säga pass, och alla får gå ut en stund. "
            "Säg till någon av oss som leder om det är något du vill ta upp före eller efter."
        ),
        "agenda_comes": "Dagordningen kommer en vecka före. Kan du inte vara med den dagen? Då kan du göra timmen i efterhand.",
        "actions": "Vi börjar med det vi kom överens om sist: {actions}.",
    },
    "en": {
        "invitation": "Invitation to the workplace meeting: {title}",
        "agenda": "Agenda of the workplace meeting: {title}",
        "when": "When",
        "where": "Where",
        "unit": "Unit",
        "led_by": "Led by",
        "manager": "manager",
        "and": " and ",
        "film": "We watch a short film and talk about it in small groups. You need not prepare.",
        "note": "Content note: {note}",
        "pass": (
            "We talk about ways of working, not about single patients or colleagues. Everybody may pass, and may step out for a "
            "while. Tell one of us who lead if there is something you want to bring up before or after."
        ),
        "agenda_comes": "The agenda comes a week before. You cannot be there that day? Then you can do the hour afterwards.",
        "actions": "We begin with what we agreed on last time: {actions}.",
    },
}  # fmt: skip
LEADS: Mapping[Language, Mapping[str, str]] = {
    "sv": {"chef": "leds av chef", "ombud": "leds av {ombud}"},
    "en": {"chef": "led by the manager", "ombud": "led by the representative"},
}
METHODS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "epa": "ensam, par, alla", "bikupa": "bikupa två och två", "runda": "runda", "fyra-hörn": "fyra hörn, stående eller sittande",
        "linje": "linje, stående eller sittande", "tyst": "tyst, var och en",
    },
    "en": {
        "epa": "alone, in pairs, all", "bikupa": "two and two", "runda": "a round", "fyra-hörn": "four corners, standing or seated",
        "linje": "a line, standing or seated", "tyst": "in silence, each",
    },
}  # fmt: skip
"""Forms of dialogue, by the method of a question."""
KINDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "film": "film", "before": "helgrupp", "after": "helgrupp", "quiz": "frågor, var och en", "agree": "helgrupp",
        "actions": "helgrupp",
    },
    "en": {
        "film": "film", "before": "everybody", "after": "everybody", "quiz": "questions, each", "agree": "everybody",
        "actions": "everybody",
    },
}  # fmt: skip
FORMS: Mapping[Language, Mapping[str, str]] = {
    "sv": {},
    "en": {
        "helgrupp": "everybody",
        "enskilt": "alone",
        "par": "in pairs",
        "bikupa": "two and two",
        "runda": "a round",
    },
}
"""What authors write most, for an English reader."""
