"""Whether an ID token says what it must. Everything is fixed by us; nothing in the token chooses how it is checked."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from math import isfinite
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet

ALGORITHMS = ("RS256", "PS256", "ES256")
"""All of them sign with a private key and hash with SHA-256."""
HEADER = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})
"""What a header may hold. Keys and addresses of keys (`jwk`, `jku`, `x5u`, `x5c`) and `crit` may not be there."""
LEEWAY = timedelta(seconds=60)
OLDEST = timedelta(minutes=10)
LONGEST_SUBJECT = 255


class Refused(Exception):
    """The answer of the provider is not good; the reason is a code for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Expected:
    issuer: str
    client_id: str
    nonce: str


def subject(id_token: str, access_token: str, keys: KeySet, expected: Expected, now: datetime) -> str:
    """Who signed in at the issuer. Raises Refused."""
    key = _key(_header(id_token), keys)
    try:
        claims = jwt.decode(id_token, key, algorithms=ALGORITHMS).claims
    except (JoseError, ValueError) as error:
        raise Refused("signature") from error
    _check_addressee(claims, expected)
    _check_time(claims, now)
    _check_access_token(claims, access_token)
    return _subject(claims)


def _header(id_token: str) -> Mapping[str, Any]:
    try:
        header = jws.extract_compact(id_token.encode()).headers()
    except (JoseError, ValueError) as error:
        raise Refused("form") from error
    if header.get("alg") not in ALGORITHMS:
        raise Refused("alg")
    if not HEADER.issuperset(header):
        raise Refused("header")
    if str(header.get("typ", "JWT")).upper() != "JWT":
        raise Refused("typ")
    return header


def _key(header: Mapping[str, Any], keys: KeySet) -> Key:
    """The one the header names; without a name there must be only one to choose."""
    named = header.get("kid")
    fitting = [key for key in keys.keys if key.kid == named] if named is not None else list(keys.keys)
    if len(fitting) != 1:
        raise Refused("kid")
    facts = fitting[0].as_dict(private=False)
    if facts.get("kty") not in ("RSA", "EC") or facts.get("use", "sig") != "sig":
        raise Refused("key")
    if facts.get("alg", header["alg"]) != header["alg"]:
        raise Refused("key")
    return fitting[0]


def _check_addressee(claims: Mapping[str, Any], expected: Expected) -> None:
    if claims.get("iss") != expected.issuer:
        raise Refused("iss")
    if claims.get("aud") not in (expected.client_id, [expected.client_id]):
        raise Refused("aud")
    if claims.get("azp", expected.client_id) != expected.client_id:
        raise Refused("azp")
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not compare_digest(nonce.encode(), expected.nonce.encode()):
        raise Refused("nonce")


def _check_time(claims: Mapping[str, Any], now: datetime) -> None:
    seconds, leeway = now.timestamp(), LEEWAY.total_seconds()
    if _moment(claims, "exp") + leeway <= seconds:
        raise Refused("exp")
    issued = _moment(claims, "iat")
    if issued > seconds + leeway or issued < seconds - OLDEST.total_seconds():
        raise Refused("iat")
    if "nbf" in claims and _moment(claims, "nbf") > seconds + leeway:
        raise Refused("nbf")


def _moment(claims: Mapping[str, Any], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Refused(name)
    return float(value)


def _check_access_token(claims: Mapping[str, Any], access_token: str) -> None:
    """The provider need not send a hash; one that is sent must be right."""
    if "at_hash" not in claims:
        return
    half = sha256(access_token.encode()).digest()[:16]
    right = urlsafe_b64encode(half).rstrip(b"=")
    said = claims["at_hash"]
    if not isinstance(said, str) or not compare_digest(said.encode(), right):
        raise Refused("at_hash")


def _subject(claims: Mapping[str, Any]) -> str:
    found = claims.get("sub")
    if not isinstance(found, str) or not 0 < len(found) <= LONGEST_SUBJECT or not found.isascii():
        raise Refused("sub")
    return found
