"""Sixty invented people. First and last names are put together by chance, so that none is anybody."""

from collections.abc import Iterator
from random import Random

FIRST = (
    "Alva", "Amina", "Anneli", "Arvid", "Astrid", "Axel", "Bahar", "Birgitta", "Björn", "Camilla", "Daniel", "Dilan", "Ebba", "Elias",
    "Elin", "Emina", "Erik", "Fatima", "Filip", "Frida", "Gunilla", "Gustav", "Hanna", "Hassan", "Henrik", "Ida", "Inger", "Ismail",
    "Jasmin", "Johanna", "Jonas", "Kajsa", "Karim", "Karin", "Katarina", "Kerstin", "Lars", "Leila", "Lena", "Linnea", "Lovisa", "Magnus",
    "Malin", "Maria", "Mats", "Mikael", "Mirja", "Moa", "Nadia", "Niklas", "Oskar", "Per", "Pernilla", "Rebecka", "Sami", "Sara", "Sofia",
    "Tove", "Ulrika", "Åsa",
)  # fmt: skip
LAST = (
    "Abdi", "Almkvist", "Asplöv", "Aydin", "Backlind", "Bergvall", "Bjurhed", "Blomhage", "Brännfors", "Dahlrot", "Demirci", "Ekestig",
    "Enmark", "Fagervik", "Farah", "Forsnäs", "Frisell", "Gidlund", "Granhed", "Grönvik", "Haddad", "Hallsjö", "Hedmo", "Hällstig", "Idbäck",
    "Jarnehed", "Kallvik", "Karlefors", "Kivimäki", "Kvarnfelt", "Lagerstig", "Lindevall", "Ljungfors", "Lundhag", "Malmsjö", "Mårdfeldt",
    "Niemi", "Norrhed", "Nyvall", "Näsvik", "Omar", "Ormhage", "Palmvik", "Rosenhag", "Rydmo", "Sandhed", "Selberg", "Sjöhage", "Skogvik",
    "Stenmo", "Strandhed", "Sundfors", "Svedmo", "Tallhag", "Torsvik", "Vallmark", "Vikhed", "Wiklöv", "Yilmaz", "Öhage",
)  # fmt: skip
PLAIN = str.maketrans("åäöéü", "aaoeu")


def people(random: Random) -> Iterator[tuple[str, str, str]]:
    """Name, work address and employee id, each once."""
    first, last = list(FIRST), list(LAST)
    random.shuffle(first)
    random.shuffle(last)
    for number, (one, other) in enumerate(zip(first, last, strict=True)):
        address = f"{one}.{other}".lower().translate(PLAIN)
        yield f"{one} {other}", f"{address}@norrsjo.example", f"N{10_400 + 7 * number}"
