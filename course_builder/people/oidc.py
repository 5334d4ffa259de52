"""Who somebody is at an identity provider. Issuer and subject decide; an address of mail never does.

Flask-free rules: `web` speaks with the provider and checks the signature with `ALGORITHMS` alone.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256, sha384, sha512
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people import links
from course_builder.people.models import Account, Identity
from course_builder.people.refused import Refused

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Asymmetric ones only: with "none" anybody signs, with HS256 anybody who knows the public key might."""
LEEWAY = timedelta(seconds=60)
OLDEST = timedelta(minutes=10)
"""A token that was issued longer ago belongs to another sign-in."""
_HASHES = {"256": sha256, "384": sha384, "512": sha512}


class ClaimRefused(Exception):
    """The token proves nothing. `reason` is a code for the log; people are only told that it did not work."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Proven:
    """Somebody the provider has signed in just now."""

    issuer: str
    subject: str


def check_header(header: Mapping[str, Any], key_ids: frozenset[str]) -> None:
    """Before any key is fetched: a fixed algorithm, a key of the provider's own set, nothing critical we do not know."""
    if header.get("alg") not in ALGORITHMS:
        raise ClaimRefused("alg")
    if {"jku", "jwk", "x5u", "x5c", "crit"} & header.keys():
        raise ClaimRefused("header")
    if header.get("kid") is not None and header["kid"] not in key_ids:
        raise ClaimRefused("kid")


def check(claims: Mapping[str, Any], issuer: str, client_id: str, nonce: str, now: datetime) -> Proven:
    """The claims of an ID token whose signature is right. Raises ClaimRefused."""
    if claims.get("iss") != issuer:
        raise ClaimRefused("iss")
    _check_audience(claims, client_id)
    _check_times(claims, now)
    given = claims.get("nonce")
    if not nonce or not isinstance(given, str) or not hmac.compare_digest(given.encode(), nonce.encode()):
        raise ClaimRefused("nonce")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= 255 or not subject.isprintable():
        raise ClaimRefused("sub")
    return Proven(issuer, subject)


def check_access_token(claims: Mapping[str, Any], algorithm: str, access_token: str) -> None:
    """`at_hash`, where there is one, must be the token's. Anything odd about it is a no."""
    if "at_hash" not in claims:
        return
    digest = _HASHES.get(algorithm[2:])
    if digest is None or not isinstance(claims["at_hash"], str):
        raise ClaimRefused("at_hash")
    whole = digest(access_token.encode()).digest()
    half = urlsafe_b64encode(whole[: len(whole) // 2]).rstrip(b"=")
    if not hmac.compare_digest(half, claims["at_hash"].encode()):
        raise ClaimRefused("at_hash")


def check_answer(arguments: Mapping[str, str], state: str, issuer: str) -> None:
    """What came back by way of the browser: our own state, and the provider that was asked."""
    given = arguments.get("state", "")
    if not state or not hmac.compare_digest(given.encode(), state.encode()):
        raise ClaimRefused("state")
    if arguments.get("iss", issuer) != issuer:
        raise ClaimRefused("iss")
    if arguments.get("error") or not arguments.get("code"):
        raise ClaimRefused("code")


def account_of(session: Session, proven: Proven) -> int | None:
    """None when nobody here is linked to that identity, or the account is closed."""
    return session.scalar(
        select(Account.id)
        .join(Identity, Identity.account_id == Account.id)
        .where(
            Identity.issuer == proven.issuer, Identity.subject == proven.subject, Account.disabled.is_(False)
        )
    )


def link_invited(session: Session, token: str, proven: Proven, now: datetime) -> int | None:
    """Uses an invitation up for somebody who signs in elsewhere; None when it is used or too late.

    Refused when the identity is somebody else's here: then she was signed in at the provider as another.
    """
    if session.scalar(_linked(proven)) is not None:
        raise Refused(
            "Den inloggningen hör redan till ett annat konto här. Logga ut hos utfärdaren och försök som dig själv.",
            "That sign-in belongs to another account here. Sign out at the provider and try as yourself.",
        )
    opened = links.look(session, token, now)
    if opened is None or opened.purpose != links.INVITE:
        return None
    account_id = links.redeem(session, token, now)
    if account_id is not None:
        session.add(Identity(account_id=account_id, issuer=proven.issuer, subject=proven.subject))
        session.flush()
    return account_id


def unlink(session: Session, account_id: int) -> None:
    """All of an account's identities, so that only a new link lets anybody in that way."""
    for identity in session.scalars(select(Identity).where(Identity.account_id == account_id)).all():
        session.delete(identity)
    session.flush()


def _linked(proven: Proven) -> Any:
    return select(Identity.id).where(Identity.issuer == proven.issuer, Identity.subject == proven.subject)


def _check_audience(claims: Mapping[str, Any], client_id: str) -> None:
    audience = claims.get("aud")
    audiences = [audience] if isinstance(audience, str) else audience
    if not isinstance(audiences, list) or client_id not in audiences:
        raise ClaimRefused("aud")
    if (len(audiences) > 1 or "azp" in claims) and claims.get("azp") != client_id:
        raise ClaimRefused("azp")


def _check_times(claims: Mapping[str, Any], now: datetime) -> None:
    expires, issued = _seconds(claims, "exp"), _seconds(claims, "iat")
    moment, leeway = now.timestamp(), LEEWAY.total_seconds()
    if expires is None or moment >= expires + leeway:
        raise ClaimRefused("exp")
    if issued is None or issued > moment + leeway or issued < moment - OLDEST.total_seconds():
        raise ClaimRefused("iat")
    before = _seconds(claims, "nbf")
    if "nbf" in claims and (before is None or before > moment + leeway):
        raise ClaimRefused("nbf")


def _seconds(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
