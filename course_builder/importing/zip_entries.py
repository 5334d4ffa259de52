"""What may stand in a zip that we take in, and what its entries are called here: judged before anything is unpacked."""

import stat
from collections.abc import Iterable
from unicodedata import category, normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from course_builder.content.problems import Code
from course_builder.importing.zip_refused import ZipRefused

LONGEST_PATH = 400
LONGEST_NAME = 200
"""Characters."""
MOST_TIMES = 200
"""How many times its packed size an entry may be; text of a single letter reaches a thousand."""
SMALL = 1_000_000
"""Bytes; what is smaller may be packed as well as it can."""

PATH = Code(
    "zip-path",
    "error",
    "Namnet {path} i zip-filen går inte att använda. Packa om mappen, gärna med datorns egen zip-funktion.",
    "The name {path} in the zip cannot be used. Pack the folder again, preferably with the computer's own zip command.",
)
LINK = Code(
    "zip-link",
    "error",
    "{path} i zip-filen är en genväg och ingen fil. Lägg in filen själv och packa om.",
    "{path} in the zip is a link and not a file. Put the file itself there and pack again.",
)
CLASH = Code(
    "zip-clash",
    "error",
    "{path} och {other} i zip-filen kan inte ligga i samma mapp på alla datorer. Byt namn på den ena.",
    "{path} and {other} in the zip cannot lie in one folder on every computer. Rename one of them.",
)
LOCKED = Code(
    "zip-locked",
    "error",
    "Zip-filen är låst med lösenord. Packa mappen utan lösenord.",
    "The zip is locked with a password. Pack the folder without one.",
)
METHOD = Code(
    "zip-method",
    "error",
    "{path} är packad på ett sätt som vi inte öppnar. Packa om mappen med datorns egen zip-funktion.",
    "{path} is packed in a way we do not open. Pack the folder again with the computer's own zip command.",
)
BOMB = Code(
    "zip-bomb",
    "error",
    "{path} växer orimligt mycket när den packas upp. Packa om mappen och försök igen.",
    "{path} grows unreasonably when unpacked. Pack the folder again and try once more.",
)

LEFT_BEHIND = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""What computers put into folders for themselves, besides everything that begins with a full stop."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for itself, whatever their ending."""


def named(entries: Iterable[ZipInfo]) -> dict[str, ZipInfo]:
    """The files by their path here; folders and what is left behind are not among them. Raises ZipRefused."""
    found: dict[str, ZipInfo] = {}
    for entry in entries:
        path = _path(entry)
        _sound(entry, path)
        if not entry.is_dir() and not _is_left_behind(path):
            if path in found:
                raise ZipRefused(CLASH, path=path, other=path)
            found[path] = entry
    _apart(found)
    return found


def _path(entry: ZipInfo) -> str:
    """Composed letters, so that what a Mac calls väntrum.png is what the course calls it."""
    path = normalize("NFC", _spelled(entry)).removesuffix("/")
    parts = path.split("/")
    if "\0" in entry.orig_filename or len(path) > LONGEST_PATH or not all(map(_is_name, parts)):
        raise ZipRefused(PATH, path=path.encode(errors="replace").decode())
    return path


def _spelled(entry: ZipInfo) -> str:
    """Macs write UTF-8 and do not say so; then it has been read as the letters of old DOS."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename


def _is_name(part: str) -> bool:
    """Not empty, not `..`, not a drive, and writable on every computer."""
    if not part or len(part) > LONGEST_NAME or part != part.strip(" ") or part.endswith("."):
        return False
    if any(sign in '\\:"<>|*' or category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in part):
        return False
    return part.partition(".")[0].strip().casefold() not in DEVICES


def _sound(entry: ZipInfo, path: str) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind and not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        raise ZipRefused(LINK, path=path)
    if entry.flag_bits & 0x1:
        raise ZipRefused(LOCKED)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ZipRefused(METHOD, path=path)
    if entry.file_size > max(SMALL, entry.compress_size * MOST_TIMES):
        raise ZipRefused(BOMB, path=path)


def _is_left_behind(path: str) -> bool:
    return any(part.startswith(".") or part.casefold() in LEFT_BEHIND for part in path.split("/"))


def _apart(found: Iterable[str]) -> None:
    """No two are one on a computer that takes å for Å, and no file is a folder too."""
    seen: dict[str, str] = {}
    for path in found:
        other = seen.setdefault(_folded(path), path)
        if other != path:
            raise ZipRefused(CLASH, path=path, other=other)
    for path in found:
        parts = path.split("/")
        for length in range(1, len(parts)):
            above = seen.get(_folded("/".join(parts[:length])))
            if above is not None:
                raise ZipRefused(CLASH, path=path, other=above)


def _folded(path: str) -> str:
    return normalize("NFC", path.casefold())
