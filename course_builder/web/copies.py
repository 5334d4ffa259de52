"""What a learner's browser keeps for her until the server has it: under which name, and locked with which key.

Both are made from the secret and her account, and reach only pages that she has signed in to. So nobody else at the
same computer can read what waits, or send it; and she can, after signing in again.
"""

from base64 import b64encode
from hashlib import sha256
from hmac import digest

from flask import Flask, current_app, g

BEGINNING = "course-builder:waits"
MARK_LENGTH = 16


def add_to(app: Flask) -> None:
    app.jinja_env.globals["copies"] = mine


def mine() -> str:
    """How the name of everything begins that waits for her who is signed in; empty for a visitor."""
    known = g.get("signed_in")
    return "" if known is None else of_account(known.account_id)


def of_account(account_id: int) -> str:
    return f"{BEGINNING}:{_made('account', account_id).hex()[:MARK_LENGTH]}"


def of_enrolment(account_id: int, enrolment_id: int) -> str:
    return f"{of_account(account_id)}:{_made('enrolment', enrolment_id).hex()[:MARK_LENGTH]}"


def of_draft(account_id: int, draft_id: int) -> str:
    """Of what a trainer writes."""
    return f"{of_account(account_id)}:{_made('draft', draft_id).hex()[:MARK_LENGTH]}"


def lock(account_id: int) -> str:
    """A key for AES-GCM, in base64."""
    return b64encode(_made("lock", account_id)).decode()


def _made(what: str, number: int) -> bytes:
    secret = str(current_app.secret_key).encode()
    return digest(secret, f"copies {what} {number}".encode(), sha256)
