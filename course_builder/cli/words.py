"""Two languages, side by side: each text stands beside the code that says it, as a `Text`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Language = Literal["sv", "en"]
LANGUAGE_VARIABLE = "COURSE_BUILDER_LANG"


class Text(NamedTuple):
    sv: str
    en: str


@dataclass(frozen=True)
class Say:
    """Says a text in one language: `say(TEXT, name=value)`."""

    language: Language

    def __call__(self, text: Text, /, **values: object) -> str:
        return (text.sv if self.language == "sv" else text.en).format_map(values)


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """The language asked for, and the arguments without it; it may stand before or after the command."""
    wanted, rest, words = environment.get(LANGUAGE_VARIABLE, "sv"), [], iter(arguments)
    for word in words:
        if word == "--lang":
            wanted = next(words, wanted)
        elif word.startswith("--lang="):
            wanted = word.partition("=")[2]
        else:
            rest.append(word)
    return ("en" if wanted.lower().startswith("en") else "sv"), rest
