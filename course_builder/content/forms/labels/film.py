"""What is asked about a film and the talk around it."""

from course_builder.content.forms.words import ID, KIND, Labels, said
from course_builder.content.models.film import (
    AfterQuestion,
    BeforeQuestion,
    Film,
    FilmDiscussion,
    FilmVersion,
    Pause,
    Rights,
    Still,
)

METHOD = said("Så pratar ni", "How you talk", "Hur gruppen gör. Rörelseövningar har alltid ett sätt att göra dem sittande.", "What the group does. Exercises with movement can always be done seated.")  # fmt: skip
ALONE = said("När man gör det ensam", "When done alone", "Frågans ord för den som sitter ensam vid skärmen. Tomt: samma fråga.", "The question's words for one person at a screen. Empty: the same question.", "prose")  # fmt: skip
SHRINK = said("Kortas som nummer", "Shortened as number", "När tiden inte räcker kortas frågan med 1 först. Tomt: kortas inte.", "When time runs short, the question with 1 is shortened first. Empty: never.", more=True)  # fmt: skip
LEAST = said("Minst så många minuter", "At least so many minutes", "0 betyder att frågan får hoppas över.", "0 means that the question may be skipped.", "minutes", more=True)  # fmt: skip
MINUTES = said("Minuter", "Minutes", "Hur länge ni pratar.", "How long you talk.", "minutes")

DISCUSSION = {
    "kind": KIND,
    "id": ID,
    "title": said("Filmsamtalets namn", "Name of the film discussion", "Oftast filmens namn.", "Most often the name of the film."),
    "purpose": said("Varför ni ser filmen", "Why you see the film", "En mening om vad samtalet ska ge.", "A sentence on what the talk is for.", "prose"),
    "articles": said("Artiklar", "Articles", "Nummer i barnkonventionen, till exempel 3, 12.", "Numbers of the Convention, for example 3, 12.", "numbers"),
    "film": said("Film", "Film", "En fil eller en länk.", "A file or a link."),
    "before": said("Förefrågor", "Before questions", "Ställs innan filmen börjar.", "Asked before the film begins.", one=("Förefråga", "Before question")),
    "watch_for": said("Tittaruppdrag", "Viewing task", "Vad man ska titta efter.", "What to look for.", "prose"),
    "pauses": said("Pausfrågor", "Pause questions", "Filmen stannar och frågar.", "The film stops and asks.", one=("Pausfråga", "Pause question")),
    "after": said("Efterfrågor", "After questions", "Samtalsfrågor när filmen är slut.", "Discussion questions when the film has ended.", one=("Efterfråga", "After question")),
    "facilitator": said("Stöd till samtalsledaren", "Leader notes", "Följer aldrig med till deltagarna.", "Never reaches those who take part."),
}  # fmt: skip

FILM = {
    "file": said("Filmfil", "Film file", "En film ur mediearkivet.", "A film of the media library.", "media"),
    "url": said("Länk till filmen", "Link to the film", "I stället för en fil. Öppnas i en ny flik först när någon klickar.", "Instead of a file. Opens in a new tab, and only at a click.", "address"),
    "title": said("Filmens namn", "Title of the film", "Som det står hos den som äger filmen.", "As its owner calls it."),
    "owner": said("Vem som äger filmen", "Who owns the film", "Visas under filmen.", "Shown below the film."),
    "host": said("Var filmen finns", "Where the film is", "Till exempel webbplatsens namn.", "For example the name of the site."),
    "has_captions": said("Filmen har undertext där", "The film has captions there", "Gäller en film som är en länk.", "Of a film that is a link."),
    "length": said("Längd", "Length", "Minuter och sekunder, till exempel 1:34.", "Minutes and seconds, for example 1:34.", "clock"),
    "poster": said("Bild före start", "Picture before the start", "En fil ur mediearkivet.", "A file of the media library.", "media"),
    "stills": said("Stillbilder", "Stills", "Bilder ur filmen, för den som läser den i stället för att se den.", "Pictures of the film, for those who read it instead of seeing it.", more=True, one=("Stillbild", "Still")),
    "captions": said("Undertext", "Captions", "En fil för varje språk.", "A file for each language.", "named", one=("Språk", "Language")),
    "described": said("Syntolkad version", "Described version", "En egen film med syntolkning, eller varför den inte behövs.", "A film of its own with spoken description, or why none is needed."),
    "signed": said("Teckenspråkstolkad version", "Signed version", "En egen film på teckenspråk, eller varför den inte behövs.", "A film of its own in sign language, or why none is needed."),
    "transcript": said("Texten till filmen", "Transcript", "from captions gör den av undertexten.", "from captions makes it from the captions.", "prose"),
    "content_note": said("Innehåll som kan kännas", "Content note", "Säg lugnt vad som syns, så att ingen blir överraskad.", "Say calmly what is seen, so that nobody is taken by surprise.", "prose"),
    "rights": said("Visningsrätt", "Screening rights", "På vilken grund filmen får visas.", "On what ground the film may be shown."),
}  # fmt: skip

VERSION = {
    "file": said("Filmfil", "Film file", "En film ur mediearkivet.", "A film of the media library.", "media"),
    "url": said("Länk", "Link", "I stället för en fil.", "Instead of a file.", "address"),
    "length": said("Längd", "Length", "Minuter och sekunder, till exempel 1:58.", "Minutes and seconds, for example 1:58.", "clock"),
    "captions": said("Undertext", "Captions", "En fil för varje språk.", "A file for each language.", "named", one=("Språk", "Language")),
    "none_needed": said("Behövs inte, för att", "Not needed, because", "Till exempel: allt som syns sägs också.", "For example: all that is seen is also said.", "prose"),
}  # fmt: skip

STILL = {
    "at": said("Här i filmen", "Here in the film", "Minuter och sekunder i filmen, till exempel 0:41.", "Minutes and seconds of the film, for example 0:41.", "clock"),
    "picture": said("Bild", "Picture", "En fil ur mediearkivet.", "A file of the media library.", "media"),
    "shows": said("Bilden visar", "The picture shows", "För den som inte ser bilden. Börja med det som syns.", "For those who do not see it. Begin with what is seen.", "prose"),
}  # fmt: skip

RIGHTS = {
    "basis": said("Grund", "Ground", "Till exempel eget verk, avtal eller tillstånd.", "For example own work, agreement or permission."),
    "owner": said("Vem som har gett rätten", "Who gave the right", "En organisation eller funktion.", "An organisation or function."),
    "checked_on": said("Kontrollerad", "Checked", "Dagen då du kontrollerade det.", "The day you checked it.", "day"),
    "until": said("Gäller till", "Until", "Tomt: utan slut.", "Empty: without end.", "day"),
}  # fmt: skip

BEFORE = {
    "id": ID,
    "ask": said("Förefråga", "Before question", "Väck egna bilder innan filmen visar sina.", "Wake one's own pictures before the film shows its own.", "prose"),
    "method": METHOD, "minutes": MINUTES, "alone": ALONE, "shrink": SHRINK, "least": LEAST,
}  # fmt: skip
PAUSE = {
    "id": ID,
    "at": said("Stanna här", "Stop here", "Minuter och sekunder i filmen, till exempel 0:41.", "Minutes and seconds of the film, for example 0:41.", "clock"),
    "described_at": said("Stanna här i den syntolkade", "Stop here in the described one", "Samma ställe i den syntolkade filmen.", "The same place in the described film.", "clock"),
    "ask": said("Pausfråga", "Pause question", "En kort fråga om det som just hände.", "A short question on what just happened.", "prose"),
    "method": METHOD,
    "seconds": said("Sekunder", "Seconds", "Hur länge pausen varar i rummet.", "How long the stop lasts in the room."),
    "alone": ALONE,
}  # fmt: skip
AFTER = {
    "id": ID,
    "step": said("Steg", "Step", "Från det ni såg till det ni gör.", "From what you saw to what you do."),
    "ask": said("Efterfråga", "After question", "Fråga om en sak i taget.", "Ask one thing at a time.", "prose"),
    "method": METHOD, "minutes": MINUTES, "alone": ALONE, "shrink": SHRINK, "least": LEAST,
}  # fmt: skip

LABELS: Labels = {
    FilmDiscussion: DISCUSSION, Film: FILM, Still: STILL, FilmVersion: VERSION, Rights: RIGHTS, BeforeQuestion: BEFORE, Pause: PAUSE, AfterQuestion: AFTER,
}  # fmt: skip
