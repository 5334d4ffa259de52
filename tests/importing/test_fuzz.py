"""Bad files by the thousand, the same ones every time: a sheet or a SheetError, and å ä ö never turn into others."""

import random

from course_builder.importing.sheet import Sheet, SheetError, read_sheet
from tests.importing.workbooks import packed, unpacked, workbook

SEED = 20261121
NAMES = ("Åsa Öberg", "Ärla Ek", "Bo Åström", "Zoë Lind", "Märta Sjö", "Örjan Hägg")
SIGNS = b'\0\n\r\t";,\x81\x8d\xc3\xff\xfe=+@<!-- \xe5\xe4\xf6'
GARBLED = ("Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "\ufffd")
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


def csv_file(chance: random.Random) -> bytes:
    separator, line = chance.choice(";,\t"), chance.choice(["\n", "\r\n"])
    rows = [("Namn", "E-post", "Enhet", "Anställnings-id")]
    for number in range(chance.randint(0, 12)):
        name = chance.choice(NAMES)
        quoted = f'"{name}, leg."' if chance.random() < 0.2 else name
        rows.append((quoted, f"p{number}@exempel.se", "Barnkliniken på Öland", str(1000 + number)))
    return line.join(separator.join(row) for row in rows).encode(chance.choice(ENCODINGS), "ignore")


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed) + 1)
        kind = chance.randrange(6)
        if kind == 0:
            changed[place:place] = bytes([chance.choice(SIGNS)]) * chance.choice([1, 1, 1, 3_000])
        elif kind == 1:
            del changed[place : place + chance.randint(1, 30)]
        elif kind == 2 and place < len(changed):
            changed[place] = chance.randrange(256)
        elif kind == 3:
            changed[place:place] = changed[: chance.randint(0, 200)]
        elif kind == 4:
            changed[place:place] = b";" * chance.choice([1, 5, 150])
        else:
            changed[place:place] = chance.choice(["å", "ä", "ö", "é"]).encode(chance.choice(ENCODINGS[:3]))
    return bytes(changed)


def taken(data: bytes) -> Sheet | None:
    try:
        return read_sheet(data, "lista.csv")
    except SheetError as error:
        assert error.words("sv")
        assert error.words("en")
        return None


def test_two_thousand_mutated_lists() -> None:
    """trust 18"""
    chance = random.Random(SEED)
    read = 0
    for _ in range(2_000):
        sheet = taken(mutated(csv_file(chance), chance))
        if sheet is None:
            continue
        read += 1
        assert sheet.rows
        assert {len(row.cells) >= len(sheet.header) for row in sheet.rows} == {True}
        everything = " ".join(cell for row in sheet.rows for cell in row.cells)
        assert [word for word in GARBLED[:6] if word in everything] == []
    assert read > 400


def test_whatever_is_not_damaged_keeps_its_letters() -> None:
    """trust 18"""
    chance = random.Random(SEED)
    for _ in range(500):
        sheet = taken(csv_file(chance))
        if sheet is None:
            continue
        names = {row.cells[0].removesuffix(", leg.") for row in sheet.rows}
        assert names <= set(NAMES)


def test_mutated_workbooks() -> None:
    """As bytes, and with the parts inside changed, which a zip's own checksums do not notice."""
    people = [["Namn", "E-post"], *([name, f"{number}@exempel.se"] for number, name in enumerate(NAMES))]
    data = workbook(("Personer", people), ("Enheter", [["Id"], [1]]))
    chance, parts = random.Random(SEED), unpacked(data)
    read = 0
    for _ in range(300):
        taken(mutated(data, chance))
        name = chance.choice(list(parts))
        read += taken(packed(parts | {name: mutated(parts[name], chance)})) is not None
    assert read > 30
