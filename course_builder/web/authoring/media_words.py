"""What the scripts of uploads, of the choice of a file and of captions say, in the language of the page."""

from collections.abc import Mapping

from course_builder.web.language import gettext


def media_words() -> Mapping[str, str]:
    """`{name}` is filled in by the script."""
    return {**_upload(), **_choice(), **_captions()}


def _upload() -> Mapping[str, str]:
    return {
        "upload": gettext("Ladda upp en fil"),
        "progress": gettext("Så mycket är klart"),
        "sending": gettext("Laddar upp {name}: {share} %"),
        "waiting": gettext(
            "Kontakten bröts. Vi fortsätter där vi var så snart den är tillbaka. {share} % är klart."
        ),
        "looking": gettext("Kontrollerar {name} …"),
        "converting": gettext("Gör om {name} så att alla webbläsare kan spela den: {share} %"),
        "uploaded": gettext("{name} är uppladdad."),
        "resumed": gettext("Fortsätter uppladdningen av {name}."),
        "stop": gettext("Avbryt"),
        "stopped": gettext("Uppladdningen av {name} avbröts. Inget sparades."),
        "failed": gettext("{name} kunde inte laddas upp. Försök igen."),
    }


def _choice() -> Mapping[str, str]:
    return {
        "choose_picture": gettext("Välj en bild"),
        "choose_film": gettext("Välj en film"),
        "choose_sound": gettext("Välj ett ljud"),
        "choose_captions": gettext("Välj undertext"),
        "choose_document": gettext("Välj ett dokument"),
        "choose": gettext("Välj en fil"),
        "search": gettext("Sök bland filerna"),
        "own": gettext("I det här utkastet"),
        "others": gettext("I andra utkast"),
        "none": gettext("Här finns ingen sådan fil än. Ladda upp en."),
        "none_found": gettext("Ingen fil stämmer med sökningen."),
        "from": gettext("från {title}"),
        "describe": gettext("Vad visar bilden?"),
        "describe_hint": gettext(
            "Skriv det som den som inte ser bilden behöver veta här. Börja med det som syns."
        ),
        "described": gettext("Beskriv bilden"),
        "decorative": gettext("Dekorativ bild (ingen bildtext behövs)"),
        "decorative_hint": gettext("Bara om bilden inte säger något som inte redan står i texten."),
        "suggestions": gettext("Förslag: så har bilden beskrivits förut"),
        "use": gettext("Använd förslaget: {text}"),
        "place": gettext("Infoga"),
        "place_why": gettext("Beskriv bilden eller välj dekorativ, så kan du infoga den."),
        "file_name": gettext("Det där är ett filnamn. Skriv vad bilden visar."),
        "too_long": gettext("Högst {most} tecken. Beskriv det som betyder något här."),
        "cancel": gettext("Avbryt"),
        "back": gettext("Välj en annan"),
    }


def _captions() -> Mapping[str, str]:
    return {
        "saved": gettext("Sparat {time}"),
        "saving": gettext("Sparar …"),
        "unsaved": gettext("Inte sparat – kopia finns i webbläsaren"),
        "conflict": gettext(
            "Någon annan har sparat undertexten sedan du öppnade den. Ladda om sidan för att se den, eller spara din ändå."
        ),
        "save_mine": gettext("Spara min"),
        "line": gettext("Undertext {number}"),
        "starts": gettext("Börjar"),
        "ends": gettext("Slutar"),
        "text": gettext("Text"),
        "play": gettext("Spela härifrån"),
        "split": gettext("Dela vid markören"),
        "join": gettext("Slå ihop med nästa"),
        "remove": gettext("Ta bort"),
        "removed": gettext("Undertexten togs bort."),
        "undo": gettext("Ångra"),
        "added": gettext("Undertext {number} från {start} till {end}."),
        "was_split": gettext("Undertexten är delad i två."),
        "was_joined": gettext("Undertexterna är en nu."),
        "shifted": gettext("Alla undertexter är flyttade {seconds} sekunder."),
        "copy": gettext("Det finns en kopia i webbläsaren som inte blev sparad."),
        "copy_use": gettext("Lägg tillbaka kopian"),
        "copy_drop": gettext("Kasta kopian"),
        "bad_time": gettext("Skriv tiden som 1:05,5 – minuter, kolon och sekunder."),
        "empty": gettext("Inga undertexter än. Starta filmen, skriv det som hörs och tryck Enter."),
    }
