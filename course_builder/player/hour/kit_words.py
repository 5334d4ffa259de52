"""What the leader's view says in a meeting kit, where nothing is sent."""

from collections.abc import Mapping
from typing import Any

from course_builder.content.problems import Language

WORDS: Mapping[Language, Mapping[str, Any]] = {
    "sv": {
        "count": "Antal närvarande",
        "present": "Hur många är här?",
        "present_hint": "Alla, även gäster. Ni som leder räknas också.",
        "guests": "Hur många av dem är gäster?",
        "names": "Ska namn räknas? Ta närvarolistan på papper, och skriv in den i Kursbyggaren efteråt.",
        "title": "Ta med sammanfattningen",
        "how": "Kopiera texten eller spara den som fil. Lämna in den på timmens sida i Kursbyggaren, under Möteslåda. Det tar två minuter.",
        "how_unplanned": "Kopiera texten eller spara den som fil. Planera timmen i Kursbyggaren efteråt om den inte står där, och lämna in texten på dess sida, under Möteslåda.",
        "summary": "Sammanfattning",
        "copy": "Kopiera texten",
        "copied": "Texten är kopierad.",
        "marked": "Texten är markerad. Kopiera den med Ctrl och C.",
        "save": "Spara som fil",
        "file": "apt-sammanfattning.txt",
        "public": "Ingenting är skickat. Texten har inga namn på deltagare.",
    },
    "en": {
        "count": "Number present",
        "present": "How many are here?",
        "present_hint": "All, guests too. You who lead are counted as well.",
        "guests": "How many of them are guests?",
        "names": "Should names count? Use the attendance list on paper, and enter it in the application afterwards.",
        "title": "Take the summary with you",
        "how": "Copy the text or save it as a file. Hand it in on the page of the hour, under Meeting kit. It takes two minutes.",
        "how_unplanned": "Copy the text or save it as a file. Plan the hour in the application afterwards if it is not there, and hand the text in on its page, under Meeting kit.",
        "summary": "Summary",
        "copy": "Copy the text",
        "copied": "The text is copied.",
        "marked": "The text is marked. Copy it with Ctrl and C.",
        "save": "Save as a file",
        "file": "hour-summary.txt",
        "public": "Nothing has been sent. The text has no names of participants.",
    },
}
LINES: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "heading": "APT-sammanfattning", "hour": "Timme", "day": "Datum", "began": "Började", "ended": "Slutade",
        "present": "Närvarande", "guests": "Gäster", "theme": "Tema", "note": "Anteckning", "what": "Åtgärd",
        "responsible": "Ansvarig", "follow_up": "Uppföljning", "sign": "Märks", "key": "Nyckel", "lines": "Rader",
    },
    "en": {
        "heading": "Hour summary", "hour": "Hour", "day": "Date", "began": "Began", "ended": "Ended",
        "present": "Present", "guests": "Guests", "theme": "Theme", "note": "Note", "what": "Action",
        "responsible": "Responsible", "follow_up": "Follow-up", "sign": "Noticed", "key": "Key", "lines": "Lines",
    },
}  # fmt: skip
"""What the lines of a summary begin with; `meetings.summary` reads both languages."""


def words(language: Language, planned: bool) -> Mapping[str, Any]:
    """`planned`: the kit is of an hour that the application knows."""
    said = WORDS[language]
    return {**said, "how": said["how" if planned else "how_unplanned"], "lines": LINES[language]}
