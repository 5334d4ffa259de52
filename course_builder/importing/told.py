"""The words for what could not be taken in from another program, or not as it was there."""

from course_builder.content.problems import Code


def _left(name: str, sv: str, en: str) -> Code:
    return Code(f"import-{name}", "error", sv, en)


def _changed(name: str, sv: str, en: str) -> Code:
    return Code(f"import-{name}", "warning", sv, en)


TOO_LARGE = _left("too-large", "Filen är för stor: högst {most} MB går att läsa. Dela den i flera.", "The file is too large: at most {most} MB can be read. Split it.")  # fmt: skip
NOT_TEXT = _left("not-text", "Filen är ingen text som går att läsa. Spara den som UTF-8.", "The file is not text that can be read. Save it as UTF-8.")  # fmt: skip
OTHER_FILE = _left("other-file", "Filen är {as_sv} och går inte att ta in. Spara den som Word (.docx), kalkylark (.xlsx), CSV eller ren text.", "The file is {as_en} and cannot be taken in. Save it as Word (.docx), a spreadsheet (.xlsx), CSV or plain text.")  # fmt: skip
NOTHING = _left(
    "nothing", "Här finns inga frågor som går att läsa.", "There are no questions here that can be read."
)
MANY = _left("many", "Filen har fler än {most} frågor. Dela den i flera.", "The file has more than {most} questions. Split it.")  # fmt: skip
LONG = _left("long", "Frågan är orimligt lång. Se efter om ett tecken saknas som skulle ha avslutat den.", "The question is unreasonably long. See whether a sign that should have ended it is missing.")  # fmt: skip
KIND = _left("kind", "Frågor av sorten {kind} har ingen motsvarighet här.", "Questions of the kind {kind} have no counterpart here.")  # fmt: skip
NO_ASK = _left("no-ask", "Frågan har ingen text.", "The question has no text.")
NO_RIGHT = _left("no-right", "Inget av svaren är märkt som rätt.", "None of the answers is marked as right.")
FEW = _left(
    "few", "Frågan har för få svar att välja bland.", "The question has too few answers to choose from."
)
NO_SUCH = _left("no-such", "Det finns inget svar som heter {value}.", "There is no answer called {value}.")
FEW_PAIRS = _left("few-pairs", "Det behövs minst två hela par.", "At least two whole pairs are needed.")
FEW_ITEMS = _left("few-items", "Det behövs minst två rader att ordna.", "At least two items to put in order are needed.")  # fmt: skip
NO_NUMBER = _left(
    "no-number", "{value} går inte att läsa som ett tal.", "{value} cannot be read as a number."
)
NO_MOODLE = _left("no-moodle", "Filen är ingen export från Moodles frågebank. Välj formatet Moodle XML när du exporterar.", "The file is no export from Moodle's question bank. Choose the format Moodle XML when you export.")  # fmt: skip
BROKEN_XML = _left("broken-xml", "Filen är inte hel: den går inte att läsa förbi rad {line}. Exportera den på nytt.", "The file is not whole: it cannot be read past line {line}. Export it again.")  # fmt: skip
UNSAFE_XML = _left("unsafe-xml", "Filen beskriver egna förkortningar (DOCTYPE), och sådana öppnar vi inte. Exportera den på nytt från Moodle.", "The file declares abbreviations of its own (DOCTYPE), which we do not open. Export it again from Moodle.")  # fmt: skip
FIELDS = _left("fields", "Luckorna i texten går inte att läsa.", "The gaps in the text cannot be read.")
NO_COLUMN = _left("no-column", "Tabellen har ingen kolumn som heter Fråga. Hämta mallen och jämför.", "The table has no column called Question. Fetch the template and compare.")  # fmt: skip
NO_WORD = _left("no-word", "Filen är inget Word-dokument som går att läsa. Spara det som .docx i Word eller LibreOffice.", "The file is no Word document that can be read. Save it as .docx in Word or LibreOffice.")  # fmt: skip
OLD_WORD = _left("old-word", "Filen är ett äldre eller låst Word-dokument. Spara det som .docx utan lösenord.", "The file is an older or locked Word document. Save it as .docx without a password.")  # fmt: skip
BROKEN_WORD = _left("broken-word", "Dokumentet går inte att läsa. Öppna det i Word eller LibreOffice och spara det på nytt.", "The document cannot be read. Open it in Word or LibreOffice and save it again.")  # fmt: skip
EMPTY_WORD = _left("empty-word", "Dokumentet har ingen text.", "The document has no text.")
LONG_LESSON = _left("long-lesson", "Avsnittet {title} är för långt. Dela det med en rubrik av nivå 1.", "The lesson {title} is too long. Divide it with a level 1 heading.")  # fmt: skip
UNFIT = _left("unfit", "Frågan går inte att använda här: {why}", "The question cannot be used here: {why}")
BROKEN = _left("broken", "Raden går inte att förstå: {what}", "The line cannot be understood: {what}")

PICTURE = _changed("picture", "{count} bild togs inte med. Lägg in den i mediebiblioteket och i frågan för hand.", "{count} picture was left out. Add it in the media library and to the question by hand.")  # fmt: skip
FILM = _changed("film", "{count} film eller ljud togs inte med.", "{count} film or sound was left out.")
TABLE = _changed("table", "En tabell blev löpande text.", "A table became running text.")
LINK = _changed("link", "{count} länk som bara gick att öppna i filens egen dator togs bort; texten står kvar.", "{count} link that only opened on the file's own computer was removed; its text remains.")  # fmt: skip
FORM = _changed("form", "Ett formulär togs inte med.", "A form was left out.")
DRAWING = _changed("drawing", "En teckning togs inte med.", "A drawing was left out.")
FORMULA = _changed("formula", "En formel togs inte med.", "A formula was left out.")
SCRIPT = _changed("script", "Ett skript togs inte med.", "A script was left out.")
MERGED = _changed("merged", "Sammanslagna celler i en tabell delades upp. Se efter att raderna stämmer.", "Merged cells of a table were divided. See that its rows are right.")  # fmt: skip
COMMENT = _changed(
    "comment", "Kommentarer i dokumentet togs inte med.", "Comments in the document were left out."
)
DESCRIBE = _changed("describe", "Bilden {path} har ingen beskrivning. Skriv vad den visar, eller markera den som dekorativ.", "The picture {path} has no description. Write what it shows, or mark it as decorative.")  # fmt: skip
GUESSED = _changed("guessed", "Bilden {path} har en beskrivning som ett program har gissat. Läs och rätta den: {alt}", "The picture {path} has a description that a program has guessed. Read and correct it: {alt}")  # fmt: skip
BOLD = _changed("bold", "Dokumentet har inga rubriker, så rader som bara är fet text blev rubriker.", "The document has no headings, so lines of bold text alone became headings.")  # fmt: skip
SHARES = _changed("shares", "Delpoäng finns inte här: {option} räknas som {as_sv}.", "There are no part points here: {option} counts as {as_en}.")  # fmt: skip
SEVERAL = _changed("several", "Flera svar var rätta var för sig. Här ska alla rätta väljas.", "Several answers were right, each by itself. Here all right ones are to be chosen.")  # fmt: skip
WILDCARD = _changed("wildcard", "Svaret {answer} använder jokertecken och togs inte med. Skriv de svar som ska godtas.", "The answer {answer} uses a wildcard and was left out. Write the answers to accept.")  # fmt: skip
OTHER_NUMBERS = _changed("other-numbers", "Bara ett tal kan vara rätt: {value} togs inte med.", "Only one number can be right: {value} was left out.")  # fmt: skip
TOLERANCE = _changed("tolerance", "Luckan godtar bara {value}, utan felmarginal.", "The gap accepts only {value}, without a margin.")  # fmt: skip
FEEDBACK = _changed("feedback", "Återkoppling som frågesorten inte har togs inte med: {text}", "Feedback that this kind of question does not have was left out: {text}")  # fmt: skip
SPARE = _changed("spare", "Svaret {option}, som inte hör till något par, togs inte med.", "The answer {option}, which belongs to no pair, was left out.")  # fmt: skip
CASE = _changed("case", "Stora och små bokstäver räknas lika här.", "Capital and small letters count as the same here.")  # fmt: skip
NO_ARTICLE = _changed("no-article", "{value} är ingen artikel i konventionen (1–54) och togs inte med.", "{value} is no article of the convention (1–54) and was left out.")  # fmt: skip

UNKNOWN_COLUMN = _changed("unknown-column", "Kolumnen {column} lästes inte: vi vet inte vad den betyder.", "The column {column} was not read: we do not know what it means.")  # fmt: skip

LEFT_OUT = {
    "picture": PICTURE, "film": FILM, "table": TABLE, "link": LINK, "form": FORM, "drawing": DRAWING, "formula": FORMULA,
    "script": SCRIPT, "merged": MERGED, "comment": COMMENT,
}  # fmt: skip
"""By what `html_tree` calls it."""
