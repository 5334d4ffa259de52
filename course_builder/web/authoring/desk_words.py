"""What the scripts of the editor say, in the language of the page."""

from collections.abc import Mapping

from course_builder.web.language import gettext


def desk_words() -> Mapping[str, str]:
    """`{name}` is filled in by the script."""
    return {**_state(), **_conflict(), **_structure()}


def _state() -> Mapping[str, str]:
    return {
        "saved": gettext("Sparat {time}"),
        "saving": gettext("Sparar …"),
        "unsaved": gettext("Inte sparat – kopia finns i webbläsaren"),
        "bare": gettext("Inte sparat. Stäng inte sidan."),
        "out": gettext("Du är inte inloggad längre. Logga in i en ny flik, så sparas det du har skrivit."),
        "sign_in": gettext("Logga in"),
        "other": gettext(
            "Någon annan är inloggad i webbläsaren nu. Det du skrev finns kvar åt dig tills du loggar in igen."
        ),
        "gone": gettext(
            "Utkastet har lagts i papperskorgen eller arkiverats. Det du skrev sist finns som kopia i webbläsaren."
        ),
        "away": gettext("Servern svarar inte. Vi försöker igen hela tiden."),
        "refused": gettext("Det gick inte att spara: {why}"),
        "again": gettext("Allt är sparat igen."),
        "copy": gettext("Det finns en kopia av {title} från {time} som inte blev sparad."),
        "copy_use": gettext("Lägg tillbaka kopian"),
        "copy_drop": gettext("Kasta kopian"),
        "copy_edits": gettext("Det finns ändringar i {title} från {time} som inte blev sparade."),
    }


def _conflict() -> Mapping[str, str]:
    return {
        "both": gettext("Ni har skrivit samtidigt"),
        "both_text": gettext(
            "{name} sparade en ändring i samma text kl. {time}. Inget är borta. Välj hur det ska bli."
        ),
        "both_self": gettext(
            "Du har sparat en ändring i samma text i ett annat fönster kl. {time}. Inget är borta. Välj hur det ska bli."
        ),
        "somebody": gettext("Någon annan"),
        "mine": gettext("Det du skrev"),
        "theirs": gettext("Det {name} sparade"),
        "theirs_self": gettext("Det som är sparat"),
        "use_mine": gettext("Använd det jag skrev"),
        "use_theirs": gettext("Använd det som är sparat"),
        "use_both": gettext("Behåll båda och skriv ihop dem"),
        "empty": gettext("(tomt)"),
        "only_mine": gettext("bara i det du skrev"),
        "only_theirs": gettext("bara i det som är sparat"),
        "changed": gettext("{name} har ändrat i texten nu. Du ser den nya."),
        "kept_aside": gettext("Det du skrev ligger kvar i ändringshistoriken."),
    }


def _structure() -> Mapping[str, str]:
    return {
        "undone": gettext("Ångrat: {what}"),
        "redone": gettext("Gjort om: {what}"),
        "nothing_undo": gettext("Det finns inget att ångra."),
        "nothing_redo": gettext("Det finns inget att göra om."),
        "not_done": gettext("Det gick inte. Inget har ändrats. Försök igen."),
        "outline_changed": gettext("Innehållet har ändrats av någon annan. Du ser det nya."),
        "stops": gettext("hindrar publicering"),
        "looks": gettext("bör ses över"),
    }
