"""A line that YAML cannot read: what is wrong with it in the reader's language, and the line repaired."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from course_builder.content.problems import Code, Place, Problem

BROKEN = Code("yaml-broken", "error", "Raden går inte att läsa: {what_sv}.", "The line cannot be read: {what_en}.",
              "Kontrollera indrag och kolon.", "Check the indentation and the colons.")  # fmt: skip
COLON = Code("yaml-colon", "error", "Ett kolon i texten bryter raden.", "A colon in the text breaks the line.",
             "Skriv så här: {repaired}", "Write: {repaired}")  # fmt: skip
QUOTE = Code("yaml-quote", "error", "Ett citattecken i början av texten bryter raden.",
             "A quotation mark at the start of the text breaks the line.", "Skriv så här: {repaired}", "Write: {repaired}")  # fmt: skip
SIGN = Code("yaml-sign", "error", "Texten börjar med ”{sign}”, som betyder något annat i YAML.",
            "The text begins with “{sign}”, which means something else in YAML.", "Skriv så här: {repaired}", "Write: {repaired}")  # fmt: skip
TAB = Code("yaml-tab", "error", "Raden är indragen med tabb.", "The line is indented with a tab.", "Använd blanksteg.", "Use spaces.")  # fmt: skip
BLANK = Code("yaml-blank", "error", "Raden är indragen med ett osynligt tecken som inte är ett blanksteg.",
             "The line is indented with an invisible character that is not a space.",
             "Ta bort indraget och skriv det på nytt med blanksteg.", "Remove the indentation and write it again with spaces.")  # fmt: skip
SPACE = Code("yaml-space", "error", "Ett blanksteg saknas efter ”{sign}”.", "A space is missing after “{sign}”.",
             "Skriv så här: {repaired}", "Write: {repaired}")  # fmt: skip

COLON_HERE = "mapping values are not allowed"
NO_COLON = "could not find expected ':'"
WORDS: Mapping[str, tuple[str, str]] = {
    COLON_HERE: ("ett kolon står där ingen nyckel kan stå", "a colon stands where no key can stand"),
    NO_COLON: ("den saknar kolon", "it has no colon"),
    "did not find expected key": (
        "den passar inte in här, eller har något efter ett värde som redan är slut",
        "it does not fit in here, or has something after a value that has ended",
    ),
    "did not find expected '-'": (
        "den hör varken till listan ovanför eller börjar med bindestreck",
        "it neither belongs to the list above nor begins with a hyphen",
    ),
    "sequence entries are not allowed": (
        "en lista börjar på raden under sin nyckel",
        "a list begins on the line below its key",
    ),
    "mapping keys are not allowed": ("ett frågetecken står där ingen nyckel kan stå", "a question mark stands where no key can stand"),
    "did not find expected node content": ("ett värde saknas före tecknet", "a value is missing before the sign"),
    "',' or ']'": ("listan inom [ ] är inte avslutad eller saknar ett komma", "the list within [ ] is not closed or lacks a comma"),
    "',' or '}'": ("det som står inom { } är inte avslutat eller saknar ett komma", "what stands within { } is not closed or lacks a comma"),
    "document": ("--- eller ... delar filen i två", "--- or ... divides the file in two"),
    "end of stream": ("ett citattecken har inget slut", "a quotation mark has no end"),
    "escape c": ("omvänt snedstreck betyder något särskilt inom citattecken", "a backslash has a special meaning within quotation marks"),
    "hexdecimal": ("omvänt snedstreck betyder något särskilt inom citattecken", "a backslash has a special meaning within quotation marks"),
    "comment or line break": ("texten efter > eller | börjar på nästa rad", "text after > or | begins on the next line"),
    "indentation indicator": ("siffran efter > eller | är fel", "the digit after > or | is wrong"),
    "cannot start any token": ("tecknet kan inte börja ett värde", "the sign cannot begin a value"),
    "directive": ("den börjar med %", "it begins with %"),
    "version number": ("den börjar med %", "it begins with %"),
    "character": ("tecknet går inte att läsa", "the character cannot be read"),
}  # fmt: skip
"""Part of the parser's own words -> ours. The first that fits is told."""
UNKNOWN = ("den följer inte reglerna för YAML", "it does not follow the rules of YAML")

QUOTES = ("'", '"')
SIGNS = "*&!%@`|>[{]},#"
ODD_BLANK = re.compile(r" *(?P<odd>[\u00a0\u2000-\u200b\u202f\u3000\ufeff])\s*")
"""What word processors and web pages leave at the start of a line."""
NO_SPACE = re.compile(r"(?P<before> *(?:- +)?(?:[a-z_]+(?P<colon>:)|-))(?P<after>[^\s/-].*)")
MARKDOWN_LINK = re.compile(r"!?\[[^\]]*\]\(")


@dataclass(frozen=True)
class Fault:
    """A line that cannot be read. `mended` is the whole line as it could be, where that is known."""

    problem: Problem
    line: int = 0
    mended: str | None = None

    def follows(self, before: "Fault") -> bool:
        """Whether this is surely the writer's own, and not left by how the line before was mended."""
        return self.mended is not None and self.line > before.line


@dataclass(frozen=True)
class Lines:
    """The lines that were read; `first` and `indent` say where they stand in the file."""

    lines: Sequence[str]
    file: str
    first: int = 1
    indent: int = 0

    def place(self, line: int, column: int) -> Place:
        return Place(self.file, self.first + line, self.indent + column + 1)

    def mended(self, fault: Fault) -> "Lines":
        lines = list(self.lines)
        lines[fault.line] = fault.mended or ""
        return replace(self, lines=lines)

    def fault(self, error: yaml.YAMLError) -> Fault:
        if not isinstance(error, yaml.MarkedYAMLError):
            return Fault(_broken(self.place(0, 0), str(error)))
        marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
        words = " ".join(filter(None, (error.problem, error.context)))
        if not marks:
            return Fault(_broken(self.place(0, 0), words))
        known = self._known(words, marks)
        if known is not None:
            return known
        mark = marks[-1] if self._points_past(words, marks[0]) else marks[0]
        return Fault(_broken(self.place(mark.line, mark.column), words))

    def _known(self, words: str, marks: Sequence[yaml.Mark]) -> Fault | None:
        """A fault with words of its own, and its line written so that it can be read."""
        at = marks[0]
        line = self._line(at.line)
        if line[at.column : at.column + 1] == "\t" or "tab character" in words:
            return Fault(TAB.at(self.place(at.line, at.column)))
        blank = self._blank(words, sorted({mark.line for mark in marks}))
        if blank is not None:
            return blank
        head, value = split(line)
        if COLON_HERE in words and ": " in f"{value} " and value[:1] not in (*QUOTES, *SIGNS):
            mended = head + quoted(value)
            return Fault(COLON.at(self.place(at.line, at.column), repaired=mended.lstrip()), at.line, mended)
        return next(self._opened(words, marks), None)

    def _blank(self, words: str, at: Sequence[int]) -> Fault | None:
        """A line that begins with the wrong kind of blank, or lacks the one after its colon or hyphen."""
        for number in range(max(0, at[0] - 1), at[-1] + 1):
            odd = ODD_BLANK.match(self._line(number))
            if odd:
                mended = " " * len(odd[0]) + self._line(number)[odd.end() :]
                return Fault(BLANK.at(self.place(number, odd.start("odd"))), number, mended)
        for number in at if NO_COLON in words or COLON_HERE in words else ():
            tight = NO_SPACE.fullmatch(self._line(number))
            if tight:
                mended = f"{tight['before']} {tight['after']}"
                told = SPACE.at(self.place(number, len(tight["before"])), sign=tight["colon"] or "-", repaired=mended.lstrip())  # fmt: skip
                return Fault(told, number, mended)
        return None

    def _opened(self, words: str, marks: Sequence[yaml.Mark]) -> Iterator[Fault]:
        """Lines whose value begins with a sign that opens something and does not close it."""
        for mark in marks:
            head, value = split(self._line(mark.line))
            place = self.place(mark.line, len(head))
            if value.startswith(QUOTES) and not _is_quoted(value):
                mended = head + closed(value)
                yield Fault(QUOTE.at(place, repaired=mended.lstrip()), mark.line, mended)
            elif _is_text(value, words):
                mended = head + quoted(value)
                yield Fault(SIGN.at(place, sign=value[0], repaired=mended.lstrip()), mark.line, mended)

    def _points_past(self, words: str, mark: yaml.Mark) -> bool:
        """The parser sees some faults first on a later line than the one to mend."""
        return NO_COLON in words or "',' or" in words or mark.line >= len(self.lines)

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def _broken(place: Place, words: str) -> Problem:
    sv, en = next((told for part, told in WORDS.items() if part in words), UNKNOWN)
    return BROKEN.at(place, what_sv=sv, what_en=en)


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value.endswith(value[0]) and value.count(value[0]) == 2


def _is_text(value: str, words: str) -> bool:
    """A text that begins with a sign; a list or mapping that is merely unfinished is not."""
    if value[:1] in ("[", "{"):
        return bool(MARKDOWN_LINK.match(value)) or ("',' or" not in words and not value.endswith(("]", "}")))
    return len(value) > 1 and value[0] in SIGNS


def split(line: str) -> tuple[str, str]:
    """`  - ask: Vad?` -> `("  - ask: ", "Vad?")`."""
    head, colon, value = line.partition(": ")
    if colon and value.strip() and head.strip(" -")[:1] not in QUOTES:
        return head + colon, value.strip()
    stripped = line.lstrip(" -")
    return line[: len(line) - len(stripped)], stripped.strip()


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def closed(text: str) -> str:
    """A text that begins with a quotation mark: given its end, or put within others."""
    return text + text[0] if text.count(text[0]) == 1 else quoted(text)
