"""Text from elsewhere as Markdown that reads as the same text: what looks like a mark gets a backslash."""

import re

SIGNS = re.compile(
    r"\\(?=[\\`*_{}\[\]()#+\-.!|<>]|$)"
    r"|`"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[a-zA-Z/!])"
)
BRACKETS = re.compile(r"[\[\]]")
LINKED = re.compile(r"\]\s*[(\[:]|\[\^")
"""Only then is a bracket more than a bracket."""
REGION = "{region."
STARTS = re.compile(r"(?P<before>\d{1,9})(?=[.)]\s)|(?=#|>|[-+*](?:\s|$)|\||-{2,})")
ONLY_LINE = re.compile(r"\s*(?:=+|-+)\s*")


def escaped(text: str, brackets: bool | None = None) -> str:
    """For a sentence or two. `brackets`: whether they must be marked, where the text around decides it."""
    text = SIGNS.sub(lambda sign: "\\" + sign[0], text)
    if LINKED.search(text) if brackets is None else brackets:
        text = BRACKETS.sub(lambda sign: "\\" + sign[0], text)
    return text.replace(REGION, "{ region.")


def as_paragraph(text: str) -> str:
    """Markdown already escaped as a sentence, so that no line of it begins something else."""
    made: list[str] = []
    for line in text.split("\n"):
        if made and ONLY_LINE.fullmatch(line):  # under a line of text it would make that line a heading
            made[-1] = f"{made[-1].rstrip()} {line.strip()}"
        else:
            made.append(_line(line))
    return "\n".join(made)


def _line(line: str) -> str:
    line = line.lstrip()
    if line.startswith("///"):
        return "// " + line[2:]
    if line.startswith("~~~"):
        return "~ " + line[1:]
    return (
        STARTS.sub(lambda start: f"{start['before'] or ''}\\", line, count=1) if STARTS.match(line) else line
    )
