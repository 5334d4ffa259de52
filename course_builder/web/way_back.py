"""Where to go after signing in: a path of our own, or the first page."""

from urllib.parse import unquote, urlsplit

from flask import request, url_for


def safe(wanted: str | None) -> str:
    """The address to send a browser to. `wanted` came with the request, so anybody may have written it."""
    if not wanted or not _ours(wanted) or not _ours(unquote(wanted)):
        return url_for("home.page")
    return f"{request.script_root}{wanted}"


def _ours(wanted: str) -> bool:
    if not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return False
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in wanted):
        return False
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc
