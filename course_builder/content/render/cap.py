"""What is not rendered while somebody types: Markdown takes time in the square of some signs (measured: 4,000 open
brackets, 8 s; 40,000 nested quotes, 2 s). No lesson that a person can read is near these.
"""

MOST_CHARACTERS = 40_000
MOST_LINES = 1_200
MOST_BRACKETS = 400
MOST_QUOTES = 1_000
MOST_BACKSLASHES = 4_000


def too_much(text: str) -> bool:
    return (
        len(text) > MOST_CHARACTERS
        or text.count("\n") > MOST_LINES
        or text.count("[") - text.count("](") > MOST_BRACKETS
        or text.count(">") > MOST_QUOTES
        or text.count("\\") > MOST_BACKSLASHES
    )
