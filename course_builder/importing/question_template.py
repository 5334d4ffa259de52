"""The table to fill in: a heading row, and a row of each kind that shows how it is written."""

HEADER = (
    "Fråga", "Typ", "Rätt svar", "Fel svar 1", "Fel svar 2", "Fel svar 3", "Varför", "Varför 1", "Varför 2", "Varför 3",
    "Om svaret är fel", "Felmarginal", "Enhet", "Artiklar", "Taggar", "Poäng",
)  # fmt: skip
HEADER_EN = (
    "Question", "Type", "Right answer", "Wrong answer 1", "Wrong answer 2", "Wrong answer 3", "Why", "Why 1", "Why 2",
    "Why 3", "If wrong", "Margin", "Unit", "Articles", "Tags", "Points",
)  # fmt: skip

_ROWS: tuple[dict[str, str], ...] = (
    {
        "Fråga": "Ett barn på sju år ska röntgas. Vem ska få veta hur det går till?", "Typ": "flerval",
        "Rätt svar": "Både barnet och den vuxna", "Fel svar 1": "Bara den vuxna", "Fel svar 2": "Den som frågar",
        "Varför": "Barnet är patient och har rätt till information.", "Varför 1": "Det är barnet som ska röntgas.",
        "Varför 2": "Informationen ska ges även om ingen frågar.", "Artiklar": "12, 13", "Taggar": "information",
    },
    {
        "Fråga": "Vilka artiklar är grundprinciper?", "Typ": "flera rätta", "Rätt svar": "Artikel 2 | Artikel 3 | Artikel 6 | Artikel 12",
        "Fel svar 1": "Artikel 31", "Fel svar 2": "Artikel 42", "Varför": "Grundprinciperna hjälper oss att läsa de andra artiklarna.",
    },
    {
        "Fråga": "Hela konventionen gäller som svensk lag.", "Typ": "sant/falskt", "Rätt svar": "falskt",
        "Varför": "Artiklarna 1–42 är svensk lag.",
    },
    {"Fråga": "Vilken organisation antog konventionen?", "Typ": "kort svar", "Rätt svar": "FN | Förenta nationerna", "Varför": "Det var år 1989."},
    {"Fråga": "Konventionen antogs ___ och blev svensk lag ___.", "Typ": "luckor", "Rätt svar": "1989 | 2020", "Varför": "Däremellan gick trettio år."},
    {"Fråga": "Hur många artiklar har konventionen?", "Typ": "tal", "Rätt svar": "54", "Felmarginal": "0", "Enhet": "artiklar", "Varför": "De 42 första är svensk lag."},
    {"Fråga": "Para ihop artikel och innehåll.", "Typ": "para ihop", "Rätt svar": "Artikel 3 = Barnets bästa | Artikel 31 = Lek och vila", "Varför": "Fler finns i konventionen."},
    {"Fråga": "Sätt händelserna i ordning, den äldsta först.", "Typ": "ordna", "Rätt svar": "FN antar konventionen | Sverige ratificerar den | Den blir lag", "Varför": "Åren är 1989, 1990 och 2020."},
    {"Fråga": "Hur ofta talar du direkt med barnet?", "Typ": "skala", "Rätt svar": "Sällan | Alltid"},
    {"Fråga": "När lyssnade ni senast på ett barn?", "Typ": "reflektion"},
)  # fmt: skip
ROWS = tuple(tuple(row.get(title, "") for title in HEADER) for row in _ROWS)
"""Invented, and read without a problem."""
