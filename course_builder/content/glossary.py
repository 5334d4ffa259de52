"""`glossary.yaml`: words with a short explanation. They do not count as hard words when reading level is measured."""

from course_builder.content.problems import Code, Problem
from course_builder.content.shelves import Lookup
from course_builder.content.yamltext import NodeMap, parse

NOT_WORDS = Code("glossary-form", "error", "Ordlistan ska ha ett ord och en förklaring per rad.", "The glossary has a word and an explanation a line.")  # fmt: skip


def read_glossary(lookup: Lookup, problems: list[Problem]) -> dict[str, str]:
    """Word -> explanation; the nearest file wins for each word."""
    words: dict[str, str] = {}
    for found in lookup.common("glossary.yaml"):
        parsed = parse(found.source.text, found.source.file)
        problems += parsed.problems
        if not isinstance(parsed.value, NodeMap):
            continue
        for word, says in parsed.value.items():
            if isinstance(says, str):
                words.setdefault(word, says)
            else:
                problems.append(NOT_WORDS.at(parsed.value.keys_at[word]))
    return words
