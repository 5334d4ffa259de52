"""How long a text becomes in saved state. The signs are those of player/browser/answer/pack.js."""

OFTEN = "åäöÅÄÖéÉüæøáè.,?!:;()/\"'”’–%+&=@*\n"
PLAIN = 1
COMMON = 2
LATIN = 3
OTHER = 6


def packed_length(text: str) -> int:
    """The number of ASCII signs that the script's `encode` makes of a text."""
    return sum(_signs(unit) for unit in text)


def _signs(letter: str) -> int:
    if letter.isascii() and (letter.isalnum() or letter in "- "):
        return PLAIN
    if letter in OFTEN:
        return COMMON
    if ord(letter) < 0x100:
        return LATIN
    return OTHER if ord(letter) <= 0xFFFF else 2 * OTHER
