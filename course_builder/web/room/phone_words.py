"""What the page of a phone says, in the language of the course that the hour is about."""

from course_builder.content.problems import Language
from course_builder.web.language import gettext


def phone_words(language: Language) -> dict[str, str]:
    """For the page and its script."""

    def _(text: str) -> str:
        return gettext(text, language)

    return {
        "title": _("Svara här"),
        "unnamed": _("Svaren sparas utan namn."),
        "joining": _("Ansluter …"),
        "wait": _("Vänta på nästa fråga. Den kommer hit av sig själv."),
        "question": _("Fråga:"),
        "answer": _("Svara"),
        "change": _("Du kan ändra ditt svar så länge frågan är öppen."),
        "saving": _("Sparar …"),
        "saved": _("Sparat"),
        "kept": _("Inte sparat än. Svaret ligger kvar i telefonen och skickas när nätet är tillbaka."),
        "closed": _("Frågan är stängd. Ditt svar kom inte med."),
        "wrong": _("Välj ett svar först."),
        "word": _("Ett ord"),
        "word_help": _("Visas för rummet först när den som leder har läst det. Skriv inga namn."),
        "corners_help": _("Välj det som ligger närmast. Det öppna hörnet passar alltid."),
        "choices_help": _("Du kan välja flera."),
        "away": _("Ingen kontakt. Vi försöker igen."),
        "results": _("Så svarade vi"),
        "few": _("Färre än fem har svarat med telefon. Därför visas inga siffror."),
        "of": _("{count} av {total}"),
        "over": _("Timmen är slut. Tack för att du var med. Du kan stänga sidan."),
        "full": _("Inga fler telefoner kommer med just nu. Svara med handen i stället."),
        "elsewhere": _("Sidan är öppen i ett annat fönster. Svara där."),
        "script": _("Sidan behöver JavaScript. Svara med handen i stället."),
        "use_hand": _("Du behöver ingen telefon: det går alltid att svara med handen eller på papper."),
    }
