"""Course sources with something odd done to them: the same for the same seed."""

from collections.abc import Callable
from random import Random

from tests.content.trees import Files

NASTY = (
    "", " ", "\t", "\0", "\x1b", "\u2028", "\ufeff", "\u202e", "é", "🧒", "\U000e0001", "'", '"', ":", ": ", "#", " # ", "-", "- ", "---", "...", "```", "~~~",
    "[", "]", "{", "}", "[[", "{{", "](", "![", "*", "&a", "!!int ", "|", ">", "%", "@", "`", "\\", "/", "../", "///", "<b>", "<!--", "$", "___", "{region.x}",
    "null", "true", "nej", "0", "-1", "1e999", "9" * 40, "0x1F", "1:30", "99:99:99", "2026-02-30", "0000-00-00", "80%", "101%", "NaN", "id", "id:", "kind: choice",
    "kind: quiz", "law:", "crc:13", "law:blag-1", "https://x", "media/bild.png", "../../etc/passwd", "C:\\x", "a" * 300,
)  # fmt: skip


def mutant(files: Files, seed: int) -> dict[str, str | bytes]:
    """The files with one to three things changed."""
    random = Random(seed)
    made = dict(files)
    for _ in range(random.choice((1, 1, 2, 3))):
        sizes = {name: len(text) + 1 for name, text in made.items() if isinstance(text, str)}
        (name,) = random.choices(list(sizes), list(sizes.values()))
        if random.random() < 0.03:
            del made[name]
            continue
        text = made[name]
        assert isinstance(text, str)
        changed = random.choice(CHANGES)(text, random)
        made[name] = _with_a_bad_byte(changed, random) if random.random() < 0.02 else changed
    return made


def _line(change: Callable[[list[str], int, Random], None]) -> Callable[[str, Random], str]:
    """A change of the line at a random place."""

    def changed(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random.randrange(len(lines)), random)
        return "\n".join(lines)

    return changed


@_line
def _gone(lines: list[str], at: int, random: Random) -> None:
    del lines[at : at + random.choice((1, 1, 2, 5))]


@_line
def _twice(lines: list[str], at: int, random: Random) -> None:
    lines[at:at] = lines[at : at + random.choice((1, 2, 6))]


@_line
def _moved(lines: list[str], at: int, random: Random) -> None:
    moved = lines[at : at + random.choice((1, 3))]
    del lines[at : at + len(moved)]
    place = random.randrange(len(lines) + 1)
    lines[place:place] = moved


@_line
def _indented(lines: list[str], at: int, random: Random) -> None:
    for number in range(at, min(len(lines), at + random.choice((1, 1, 4)))):
        lines[number] = random.choice((" ", "  ", "\t", "    ")) + lines[number]


@_line
def _outdented(lines: list[str], at: int, random: Random) -> None:
    lines[at] = lines[at][random.choice((1, 2, 4)) :]


@_line
def _value(lines: list[str], at: int, random: Random) -> None:
    head, colon, _ = lines[at].partition(": ")
    lines[at] = head + (colon or ": ") + random.choice(NASTY)


@_line
def _item(lines: list[str], at: int, random: Random) -> None:
    lines[at] = (
        " " * random.randrange(9)
        + random.choice(("- ", ""))
        + random.choice(NASTY)
        + random.choice(("", ":", ": x"))
    )


@_line
def _nasty(lines: list[str], at: int, random: Random) -> None:
    place = random.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + random.choice(NASTY) + lines[at][place + random.choice((0, 0, 1, 4)) :]


@_line
def _misspelt(lines: list[str], at: int, random: Random) -> None:
    letters = list(lines[at])
    random.shuffle(letters)
    lines[at] = (
        "".join(letters)
        if random.random() < 0.2
        else lines[at].replace(random.choice(letters or ["x"]), random.choice("åx-_0"))
    )


def _cut(text: str, random: Random) -> str:
    return text[: random.randrange(len(text) + 1)]


def _nested(text: str, random: Random) -> str:
    place = random.randrange(len(text) + 1)
    return (
        text[:place]
        + random.choice(("[", "{", "- ", "> ", "a: {", "`", "*", "/")) * random.choice((3, 30, 300))
        + text[place:]
    )


def _line_ends(text: str, random: Random) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\n", "\n\n\n", " \n", "")))


def _words_swapped(text: str, random: Random) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _same_id(text: str, random: Random) -> str:
    lines = [line for line in text.split("\n") if "id: " in line]
    if not lines:
        return text
    one, other = random.choice(lines).partition("id: ")[2], random.choice(lines).partition("id: ")[2]
    return text.replace(f"id: {one}", f"id: {other}")


def _with_a_bad_byte(text: str, random: Random) -> bytes:
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if data:
        data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _gone, _twice, _moved, _indented, _outdented, _value, _value, _item, _nasty, _nasty, _misspelt, _cut, _nested, _line_ends,
    _words_swapped, _same_id,
)  # fmt: skip
