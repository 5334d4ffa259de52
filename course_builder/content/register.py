"""The entries of the register as they can be read: also those of a file in which something else is wrong."""

from collections.abc import Mapping
from typing import Any

from course_builder.content.common import CRC, LAW
from course_builder.content.problems import Language
from course_builder.content.yamltext import NodeMap, parse

SCHEMES = {LAW: "law", CRC: "crc"}
"""File of the register -> what a link to one of its entries begins with."""
ASIDE = ("checked_on", "source")
"""What may change without anything having to be read again: the words are the same."""


def entries(files: Mapping[str, str]) -> dict[str, NodeMap]:
    """Entry -> what is written there. `files` are texts by path."""
    found = {}
    for path, scheme in SCHEMES.items():
        value = parse(files.get(path, ""), path).value
        for name, entry in value.items() if isinstance(value, NodeMap) else ():
            if isinstance(entry, NodeMap):
                found[f"{scheme}:{name}"] = entry
    return found


def reworded(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Entries whose words are others, or that are gone. One that is new is cited by nobody yet."""
    old, new = entries(before), entries(after)
    return sorted(name for name, entry in old.items() if _words(entry) != _words(new.get(name)))


def title(entry: str, written: Mapping[str, Any], language: Language) -> str:
    """`patientlagen (2014:821) 3 kap. 3 §`, or `Artikel 12. Barnets rätt att komma till tals`."""
    scheme, _, name = entry.partition(":")
    if scheme == "crc":
        article = f"Artikel {name}" if language == "sv" else f"Article {name}"
        return ". ".join(part for part in (article, str(written.get("title") or "")) if part)
    return " ".join(str(written.get(key) or "") for key in ("act", "provision")).strip() or name


def _words(entry: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if entry is None else {key: value for key, value in entry.items() if key not in ASIDE}
