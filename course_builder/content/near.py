"""The word that somebody meant: by its letters, or by what it is called elsewhere."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

MEANT: Mapping[str, str] = {
    "film": "use", "quiz": "use", "set": "use",
    "question": "ask", "prompt": "ask", "fråga": "ask", "påstående": "ask",
    "answers": "options", "alternatives": "options", "svar": "options", "alternativ": "options",
    "correct": "right", "answer": "right", "rätt": "right", "incorrect": "wrong", "fel": "wrong",
    "feedback": "because", "explanation": "because", "förklaring": "because", "återkoppling": "because",
    "accepted": "accept", "tolerance": "within", "entries": "items", "list": "items", "parts": "lessons", "pages": "lessons",
    "name": "title", "heading": "title", "titel": "title", "rubrik": "title", "namn": "title", "type": "kind", "typ": "kind",
    "description": "summary", "lang": "language", "språk": "language", "duration": "length", "link": "url", "src": "file", "path": "file",
    "score": "points", "weight": "points", "time": "at", "date": "when", "event": "what", "body": "text",
}  # fmt: skip
"""Keys as other forms of courses have them."""


def meant(word: str, known: Collection[str]) -> str | None:
    """The known word that is closest, or none."""
    by_name = MEANT.get(word.lower())
    if by_name in known:
        return by_name
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def near(word: str, known: Iterable[str]) -> dict[str, str]:
    """The hint: the word that was meant, or all there are."""
    names = sorted(set(known))
    found = meant(word, names)
    if found:
        return {"near_sv": f"Menade du {found}?", "near_en": f"Did you mean {found}?"}
    listed = ", ".join(names)
    return {"near_sv": f"Välj bland: {listed}.", "near_en": f"Choose from: {listed}."}
