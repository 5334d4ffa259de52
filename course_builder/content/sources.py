"""The text files of a course: read under a cap, as UTF-8, with a plain problem when they are something else."""

import re
from dataclasses import dataclass

from course_builder.content.problems import Code, Place, Problem
from course_builder.content.tree import Tree

MAX_BYTES = 1_000_000

TOO_LARGE = Code("file-too-large", "error", "Filen är större än {most} MB.", "The file is larger than {most} MB.",
                 "Dela upp den, eller lägg bilder och film i media/.", "Split it, or put pictures and film in media/.")  # fmt: skip
NOT_TEXT = Code("not-text-file", "error", "Filen är ingen text: tecknet på rad {line} går inte att läsa.",
                "The file is not text: the character on line {line} cannot be read.",
                "Spara den som UTF-8 i en textredigerare.", "Save it as UTF-8 in a text editor.")  # fmt: skip
CONTROL = Code("control-character", "error", "Raden innehåller ett osynligt styrtecken.", "The line holds an invisible control character.",
               "Ta bort tecknet, eller skriv raden på nytt.", "Remove the character, or write the line again.")  # fmt: skip

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    """`file` is the path a person is shown; `text` has `\\n` line ends and no byte order mark."""

    file: str
    text: str


def read_source(tree: Tree, path: str, file: str) -> tuple[Source | None, list[Problem]]:
    """The text at a path; `(None, [])` when there is no such file."""
    blob = tree.get(path)
    if blob is None:
        return None, []
    if blob.size > MAX_BYTES:
        return None, [TOO_LARGE.at(Place(file), most=MAX_BYTES // 1_000_000)]
    with blob.open() as stream:
        data = stream.read(MAX_BYTES + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [NOT_TEXT.at(Place(file, line), line=line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = CONTROLS.search(text)
    if odd:
        line_start = text.rfind("\n", 0, odd.start()) + 1
        place = Place(file, text.count("\n", 0, odd.start()) + 1, odd.start() - line_start + 1)
        return None, [CONTROL.at(place)]
    return Source(file, text), []
