"""The identity provider the administrator named: where it is, its keys, and its answer to a code."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

from course_builder.settings import Settings
from course_builder.web.oidc_token import Refused

SECONDS = 5
BIGGEST = 1_000_000
KEPT = timedelta(hours=1)
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Known:
    """What the provider says of itself, and when it said so."""

    metadata: Mapping[str, Any]
    keys: KeySet
    at: datetime


class Provider:
    """One for the application; what it has read of the provider is kept for an hour."""

    def __init__(self, settings: Settings) -> None:
        self.issuer = settings.oidc_issuer
        self.client_id = settings.oidc_client_id
        self._secret = settings.oidc_client_secret
        self._known: Known | None = None
        self._lock = Lock()

    def known(self, now: datetime) -> Known:
        """Raises Refused when the provider cannot be reached or is not who it should be."""
        with self._lock:
            if self._known is None or now - self._known.at > KEPT:
                metadata = self._metadata()
                self._known = Known(metadata, self._keys(metadata["jwks_uri"]), now)
            return self._known

    def fresh_keys(self, now: datetime) -> KeySet:
        """Read again, for a provider that has changed keys."""
        with self._lock:
            self._known = None
        return self.known(now).keys

    def start(self, redirect_uri: str, state: str, nonce: str, verifier: str, now: datetime) -> str:
        """The address at the provider where she signs in."""
        address, _ = self._session(redirect_uri).create_authorization_url(
            self.known(now).metadata["authorization_endpoint"],
            state=state,
            nonce=nonce,
            code_verifier=verifier,
        )
        return str(address)

    def leaving(self, back: str, now: datetime) -> str | None:
        """The address at the provider where she signs out (OpenID Connect RP-Initiated Logout), which leads to `back`.

        None when it has none. No token is kept to name her by: the provider asks her.
        """
        address = self.known(now).metadata.get("end_session_endpoint")
        if not _safe(address):
            return None
        asked = urlencode({"client_id": self.client_id, "post_logout_redirect_uri": back})
        return f"{address}{'&' if urlsplit(str(address)).query else '?'}{asked}"

    def exchange(self, code: str, redirect_uri: str, verifier: str, now: datetime) -> tuple[str, str]:
        """The ID token and the access token of a code. Raises Refused."""
        try:
            answer = self._session(redirect_uri).fetch_token(
                self.known(now).metadata["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                timeout=SECONDS,
                allow_redirects=False,
            )
        except (AuthlibBaseError, RequestException, ValueError) as error:
            raise Refused("code") from error
        id_token, access_token = answer.get("id_token"), answer.get("access_token", "")
        if not isinstance(id_token, str) or not isinstance(access_token, str):
            raise Refused("no_id_token")
        return id_token, access_token

    def _session(self, redirect_uri: str) -> OAuth2Session:
        return OAuth2Session(
            self.client_id,
            self._secret or None,
            scope="openid",
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
        )

    def _metadata(self) -> Mapping[str, Any]:
        found = _read(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != self.issuer:
            raise Refused("discovery_iss")
        if not all(_safe(found.get(name)) for name in ENDPOINTS):
            raise Refused("discovery_endpoint")
        return found

    def _keys(self, address: str) -> KeySet:
        try:
            return KeySet.import_key_set(_read(address))  # type: ignore[arg-type]  # its shape is what is checked
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise Refused("keys") from error


def _safe(address: object) -> bool:
    """Over TLS; without it only on this machine."""
    if not isinstance(address, str):
        return False
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _read(address: str) -> Mapping[str, Any]:
    if not _safe(address):
        raise Refused("discovery_endpoint")
    try:
        answer = requests.get(address, timeout=SECONDS, allow_redirects=False, stream=True)
        answer.raise_for_status()
        text = answer.raw.read(BIGGEST + 1, decode_content=True)
    except RequestException as error:
        raise Refused("unreachable") from error
    if answer.status_code != requests.codes.ok or len(text) > BIGGEST:
        raise Refused("discovery")
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Refused("discovery") from error
    if not isinstance(found, dict):
        raise Refused("discovery")
    return found
