"""File names that every portal, disk and zip program reads alike."""

import re
from collections.abc import Iterable

OUR_OWN = re.compile(r"[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*")
PLAIN = re.compile(r"[!-\[\]-~]+")  # printing ASCII without space and backslash
LONGEST = 200


class BadName(ValueError):
    """A package must not hold a file of this name."""


def own(path: str) -> str:
    """The path, if it is one we give to a file of our own."""
    if not OUR_OWN.fullmatch(path) or len(path) > LONGEST:
        raise BadName(f"not a name of ours: {path!r}")
    return path


def check(paths: Iterable[str]) -> None:
    """Refuse names that leave the package, or that two files would share on some disk."""
    taken: set[str] = set()
    for path in paths:
        _refuse_odd(path)
        folded = path.lower()
        if folded in taken:
            raise BadName(f"two files share the name {path!r}")
        taken.add(folded)
    _refuse_file_as_folder(taken)


def _refuse_odd(path: str) -> None:
    if not PLAIN.fullmatch(path) or ":" in path or {"", ".", ".."} & set(path.split("/")):
        raise BadName(f"not a name for a file in a package: {path!r}")


def _refuse_file_as_folder(paths: set[str]) -> None:
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder:
            if folder in paths:
                raise BadName(f"{folder!r} is both a file and a folder")
            folder = folder.rpartition("/")[0]
