"""How much is taken in: of one file, of one person, of the disk. Every no says the number and the way out."""

import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path, PurePosixPath

from course_builder.content.media import SUFFIXES as KNOWN
from course_builder.library.uploads.kinds import CONVERTED
from course_builder.people.refused import Refused

MEGABYTE = 1_000_000
LARGEST: Mapping[str, int] = {
    "picture": 50 * MEGABYTE,
    "film": 2000 * MEGABYTE,
    "sound": 300 * MEGABYTE,
    "captions": 1 * MEGABYTE,
    "document": 100 * MEGABYTE,
}
"""Bytes, by the kinds of content.media."""
WORDS: Mapping[str, tuple[str, str]] = {
    "picture": ("En bild", "A picture"),
    "film": ("En film", "A film"),
    "sound": ("Ett ljud", "A sound"),
    "captions": ("En undertextfil", "A caption file"),
    "document": ("Ett dokument", "A document"),
}
MOST_UNFINISHED = 10
MOST_A_DAY = 20_000 * MEGABYTE
DAY = timedelta(days=1)
SPARE_DISK = 500 * MEGABYTE
"""What the database and the rest of the machine are left with."""
NO_ROOM = (
    "Det finns inte plats på servern för filen. Säg till den som sköter driften.",
    "There is no room for the file on the server. Tell whoever runs it.",
)
AS_JPEG = (
    "Bilden är i formatet HEIC, som webbläsare inte visar. Spara den som JPEG och välj den igen.",
    "The picture is in the format HEIC, which browsers do not show. Save it as JPEG and choose it again.",
)


def kind_named(name: str) -> str:
    """The kind that the file's ending promises; Refused when it is none that is taken in."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in (".heic", ".heif"):
        raise Refused(*AS_JPEG)
    if suffix in CONVERTED:
        return "film"
    if suffix not in KNOWN:
        endings = ", ".join(sorted(one.removeprefix(".") for one in {*KNOWN, *CONVERTED}))
        raise Refused(
            f"Filer som slutar på {suffix or 'ingenting'} kan inte användas i en kurs. De här går bra: {endings}.",
            f"Files ending in {suffix or 'nothing'} cannot be used in a course. These can: {endings}.",
        )
    return KNOWN[suffix]


def check_size(kind: str, size: int) -> None:
    if size <= 0:
        raise Refused("Filen är tom. Välj en annan fil.", "The file is empty. Choose another file.")
    if size > LARGEST[kind]:
        sv, en = WORDS[kind]
        most, has = LARGEST[kind] // MEGABYTE, -(-size // MEGABYTE)
        raise Refused(
            f"{sv} får vara högst {most} MB. Den här är {has} MB. Spara den i mindre storlek.",
            f"{en} may be at most {most} MB. This one is {has} MB. Save it in a smaller size.",
        )


def check_person(unfinished: int, lately: int, size: int) -> None:
    """`unfinished` uploads of hers, and bytes she has sent in a day."""
    if unfinished >= MOST_UNFINISHED:
        raise Refused(
            f"Du har redan {MOST_UNFINISHED} uppladdningar som inte är klara. Vänta tills någon är klar, eller avbryt en.",
            f"You have {MOST_UNFINISHED} uploads under way already. Wait until one is done, or stop one.",
        )
    if lately + size > MOST_A_DAY:
        most = MOST_A_DAY // (1000 * MEGABYTE)
        raise Refused(
            f"Du kan ladda upp högst {most} GB på ett dygn. Försök igen i morgon.",
            f"You can upload at most {most} GB in a day. Try again tomorrow.",
        )


def check_disk(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < size + SPARE_DISK:
        raise Refused(*NO_ROOM)
