"""`glossary.yaml`: words with a short explanation. They do not count as hard words when reading level is measured."""

from course_builder.content.problems import Code, Problem
from course_builder.content.shelves import Lookup
from course_builder.content.validate import mapping

NOT_WORDS = Code("glossary-form", "error", "Ordlistan ska ha ett ord och en förklaring per rad.", "The glossary has a word and an explanation a line.")  # fmt: skip


def read_glossary(lookup: Lookup, file: str, problems: list[Problem]) -> dict[str, str]:
    """Word -> explanation; the nearest file wins for each word."""
    words: dict[str, str] = {}
    for found in lookup.common(file):
        value, told = mapping(found.source)
        problems += told
        for word, says in (value or {}).items():
            if isinstance(says, str):
                words.setdefault(word, says)
            elif value is not None:
                problems.append(NOT_WORDS.at(value.keys_at[word]))
    return words
