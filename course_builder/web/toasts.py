"""What has just been done, told on the next page with the way back: "Uppdraget är vilande. Ångra"."""

from flask import flash

UNDO, REDO = "undo:", "redo:"


def undoable(words: str, address: str) -> None:
    """`address` is posted to by the button that takes it back."""
    flash(words, UNDO + address)


def redoable(words: str, address: str) -> None:
    """For what was itself taken back."""
    flash(words, REDO + address)
