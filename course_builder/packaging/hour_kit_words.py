"""The words of a meeting kit: names of its files, and what it says of itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course_builder.content.problems import Language

PAPER_FILES: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "guide": "papper/stod-till-samtalsledaren",
        "sheet": "papper/fragor-till-deltagarna",
        "sign-in": "papper/narvarolista",
        "actions": "papper/atgarder",
        "evaluation": "papper/utvardering",
        "participants": "papper/alla-papper-till-deltagarna",
        "key": "facit/facit",
    },
    "en": {
        "guide": "papers/leader-notes",
        "sheet": "papers/questions-for-participants",
        "sign-in": "papers/attendance",
        "actions": "papers/actions",
        "evaluation": "papers/evaluation",
        "participants": "papers/all-papers-for-participants",
        "key": "key/key",
    },
}
"""Where each lies, without its ending. The key has a folder of its own, so that nobody prints it with the rest."""


@dataclass(frozen=True)
class KitNames:
    """Pages at the top of the kit, and the folder of their scripts and style."""

    leader: str
    room: str
    single: str
    readme: str
    files: str


NAMES: Mapping[Language, KitNames] = {
    "sv": KitNames(
        "2-led-timmen.html", "3-rumsvy.html", "4-en-skarm.html", "1-las-mig.html", "filer"
    ),
    "en": KitNames(
        "2-lead-the-hour.html", "3-room-view.html", "4-one-screen.html", "1-read-me.html", "files"
    ),
}  # fmt: skip
PACK_UP: Mapping[Language, str] = {
    "sv": (
        '<div class="pack-up"><h1>Packa upp först</h1><p>Du har öppnat sidan inne i en zip-fil. Stäng den. Högerklicka på '
        "zip-filen, välj Extrahera alla eller Packa upp, och öppna sidan i mappen som kommer fram.</p></div>"
    ),
    "en": (
        '<div class="pack-up"><h1>Unpack first</h1><p>You have opened the page inside a zip file. Close it. Right-click the '
        "zip file, choose Extract all or Unpack, and open the page in the folder that appears.</p></div>"
    ),
}
"""Hidden by the style sheet, which is not found inside a zip."""
README: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "title": "Möteslåda: {title}",
        "for": "Bara för er som leder timmen. Lägg den inte där deltagarna hämtar kursen.",
        "how": "Så gör ni",
        "views": "Vyerna",
        "leader": "Ledarvyn",
        "room": "Rumsvyn",
        "single": "Allt på en skärm",
        "papers": "Papper",
        "left": "Filmer som inte ligger här",
        "left_link": "{title} är en länk och behöver nät. Öppna den i förväg: {url}",
        "left_rights": "{title} får inte kopieras. Läs texten till filmen högt, eller visa den i Kursbyggaren.",
        "private": "Inget skickas härifrån. Det ni antecknar stannar i webbläsaren på den här datorn tills ni själva tar med er sammanfattningen.",
        "concern": "Orosanmälan görs inte här. Följ er rutin.",
    },
    "en": {
        "title": "Meeting kit: {title}",
        "for": "Only for you who lead the hour. Do not put it where participants fetch the course.",
        "how": "How to",
        "views": "The views",
        "leader": "Leader's view",
        "room": "Room view",
        "single": "Everything on one screen",
        "papers": "Papers",
        "left": "Films that are not in the kit",
        "left_link": "{title} is a link and needs the network. Open it beforehand: {url}",
        "left_rights": "{title} may not be copied. Read its text aloud, or show it in the application.",
        "private": "Nothing is sent from here. What you note stays in the browser of this computer until you take the summary with you.",
        "concern": "Concerns are not reported here. Follow your routine.",
    },
}
STEPS: Mapping[Language, Sequence[str]] = {
    "sv": (
        "Packa upp hela zip-filen i en mapp på datorn eller på ett USB-minne.",
        "Öppna ledarvyn. Tryck Öppna rumsvyn, och dra det nya fönstret till projektorn.",
        "Tryck F i rumsvyn för helskärm. De två fönstren följer varandra, utan nät.",
        "Har ni bara en skärm: öppna Allt på en skärm, och ha stödet på papper.",
        "När timmen är slut: kopiera sammanfattningen eller spara den som fil. Lämna in den i Kursbyggaren, det tar två minuter.",
    ),
    "en": (
        "Unpack the whole zip file into a folder on the computer or on a USB stick.",
        "Open the leader's view. Press Open the room view, and drag the new window to the projector.",
        "Press F in the room view for full screen. The two windows follow each other, without a network.",
        "With one screen only: open Everything on one screen, and keep the leader notes on paper.",
        "When the hour is over: copy the summary or save it as a file. Hand it in to the application, it takes two minutes.",
    ),
}
