"""What the leader's view says where actions are agreed on and themes are noted."""

from collections.abc import Mapping
from typing import Any

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.player.hour.evaluation import questions

WORDS: Mapping[Language, Mapping[str, Mapping[str, str]]] = {
    "sv": {
        "actions": {
            "title": "Hos oss: det här gör vi",
            "public": "Chef, ombud och samordnare ser det du skriver. Det är en allmän handling.",
            "none": "Ingen åtgärd än. Välj en, högst två.",
            "what": "Vad gör vi?",
            "responsible": "Vem ansvarar?",
            "responsible_hint": "En funktion, till exempel Receptionen eller Chef och ombud. Inget namn.",
            "follow_up": "När följer vi upp?",
            "follow_up_hint": "Förslaget är er nästa APT.",
            "sign": "Hur märker ett barn det?",
            "add": "Lägg till åtgärden",
            "save": "Spara ändringen",
            "cancel": "Avbryt",
            "change": "Ändra",
            "change_this": "Ändra: {what}",
            "remove": "Ta bort",
            "remove_this": "Ta bort: {what}",
            "undo": "Ångra",
            "third": "En åtgärd till",
            "few": "Två åtgärder räcker. Fler blir sällan gjorda: välj hellre den som ett barn märker först.",
            "line": "{responsible}, {day}",
            "line_no_day": "{responsible}",
            "child": "Barnet märker: {sign}",
            "added": "Åtgärden är tillagd: {what}",
            "changed": "Åtgärden är ändrad: {what}",
            "removed": "Åtgärden är borttagen: {what}",
            "back": "Åtgärden är tillbaka: {what}",
            "needs_what": "Skriv vad ni ska göra.",
            "needs_who": "Skriv vilken funktion som ansvarar.",
            "looks_like_name": "Det ser ut som ett namn på någon hos er. Skriv hellre en funktion.",
            "open": "Öppna sedan förra gången",
        },
        "notes": {
            "title": "Det vi pratar om",
            "rule": "Inga namn, inga patienter.",
            "concern": "Orosanmälan görs inte här. Följ er rutin.",
            "theme": "Ett tema, några ord",
            "theme_hint": "Till exempel: väntan, samtal enskilt. Inga namn, inga patienter.",
            "add": "Lägg till temat",
            "proposed": "Förslag från timmen",
            "none": "Inga teman än.",
            "remove": "Ta bort temat {theme}",
            "added": "Temat {theme} är tillagt.",
            "removed": "Temat {theme} är borttaget.",
            "full": "Tolv teman räcker. Ta bort ett först.",
            "note": "Anteckning",
            "note_hint": "Om arbetssätt. Inga namn, inga patienter, ingens åsikt.",
        },
    },
    "en": {
        "actions": {
            "title": "In our unit: this is what we do",
            "public": "Manager, representative and coordinator see what you write. It is a public record.",
            "none": "No action yet. Choose one, at most two.",
            "what": "What do we do?",
            "responsible": "Who is responsible?",
            "responsible_hint": "A function, for example The reception or Manager and representative. No name.",
            "follow_up": "When do we follow up?",
            "follow_up_hint": "Proposed is your next workplace meeting.",
            "sign": "How would a child notice?",
            "add": "Add the action",
            "save": "Save the change",
            "cancel": "Cancel",
            "change": "Change",
            "change_this": "Change: {what}",
            "remove": "Remove",
            "remove_this": "Remove: {what}",
            "undo": "Undo",
            "third": "One more action",
            "few": "Two actions are enough. More are seldom done: rather choose the one that a child notices first.",
            "line": "{responsible}, {day}",
            "line_no_day": "{responsible}",
            "child": "The child notices: {sign}",
            "added": "The action is added: {what}",
            "changed": "The action is changed: {what}",
            "removed": "The action is removed: {what}",
            "back": "The action is back: {what}",
            "needs_what": "Write what you are going to do.",
            "needs_who": "Write which function is responsible.",
            "looks_like_name": "That looks like the name of somebody in your unit. Rather write a function.",
            "open": "Open since last time",
        },
        "notes": {
            "title": "What we talk about",
            "rule": "No names, no patients.",
            "concern": "Concerns are not reported here. Follow your routine.",
            "theme": "A theme, a few words",
            "theme_hint": "For example: waiting, talking in private. No names, no patients.",
            "add": "Add the theme",
            "proposed": "Proposed from the hour",
            "none": "No themes yet.",
            "remove": "Remove the theme {theme}",
            "added": "The theme {theme} is added.",
            "removed": "The theme {theme} is removed.",
            "full": "Twelve themes are enough. Remove one first.",
            "note": "Note",
            "note_hint": "About ways of working. No names, no patients, nobody's opinion.",
        },
    },
}
MOST_THEMES = 12
FEW = 2


def follow_data(course: Course) -> dict[str, Any]:
    """What `hour/actions.js`, `hour/notes.js` and the rounds of the evaluation need, with a server or without one."""
    return {
        "few": FEW,
        "most_themes": MOST_THEMES,
        "themes": [entry.title for _, entry in sorted(course.crc.items())][:MOST_THEMES],
        "evaluation": [
            {"kind": one.kind, "ask": one.ask, "options": [{"key": key, "text": text} for key, text in one.options]}
            for one in questions(course.language)
        ],
    }  # fmt: skip


def words(language: Language) -> Mapping[str, Mapping[str, str]]:
    """`actions` and `notes`, each for the script of the same name."""
    return WORDS[language]
