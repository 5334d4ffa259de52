"""An identity provider on this machine, which can be made to lie."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey
from werkzeug import Request, Response
from werkzeug.serving import WSGIRequestHandler, make_server

CLIENT, SECRET = "kursbyggaren", "klientens hemlighet, som ingen annan vet"
ACCESS = "access-token"

Claims = dict[str, Any]
RSA = RSAKey.generate_key(2048, {"kid": "rsa-1", "use": "sig"})
EC = ECKey.generate_key("P-256", {"kid": "ec-1", "use": "sig"})
ENCRYPTING = RSAKey.generate_key(2048, {"kid": "enc-1", "use": "enc"})
MISUSED = RSAKey.import_key({k: v for k, v in ENCRYPTING.as_dict(private=True).items() if k != "use"})
"""The key for encrypting, in the hands of somebody who signs with it."""
STRANGER = RSAKey.generate_key(2048, {"kid": "rsa-1"})
EDWARDS = OKPKey.generate_key("Ed25519", {"kid": "ed-1"})


def half_hash(text: str) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()[:16]).rstrip(b"=").decode()


def signed(claims: Claims, key: Key = RSA, **header: Any) -> str:
    """With any header and any key: what a careful library refuses to make is made by hand."""
    said = {"alg": "RS256", "kid": "rsa-1", "typ": "JWT", **header}
    said = {name: value for name, value in said.items() if value is not None}
    if said["alg"] in ("RS256", "ES256", "RS512") and not {"crit", "b64"} & said.keys():
        return jwt.encode(said, claims, key, algorithms=[said["alg"]], default_type=None)
    return by_hand(said, claims, b"")


def by_hand(header: Claims, claims: object, signature: bytes) -> str:
    parts = [urlsafe_b64encode(json.dumps(part).encode()) for part in (header, claims)]
    return b".".join(part.rstrip(b"=") for part in [*parts, urlsafe_b64encode(signature)]).decode()


def hmac_with(claims: Claims, secret: bytes) -> str:
    """The old confusion: a public key or the client's secret used as an HMAC key."""
    unsigned = by_hand({"alg": "HS256", "kid": "rsa-1"}, claims, b"").rpartition(".")[0]
    signature = hmac.digest(secret, unsigned.encode(), "sha256")
    return f"{unsigned}.{urlsafe_b64encode(signature).rstrip(b'=').decode()}"


class Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Nobody reads it."""


@dataclass
class Issuer:
    """`lie` makes the token out of the honest claims; `metadata` overrides what is said about the provider."""

    now: Callable[[], float]
    subject: str = "sub-of-anna"
    lie: Callable[[Claims], Any] = signed
    metadata: Claims = field(default_factory=dict)
    keys: list[Key] = field(default_factory=lambda: [RSA, EC, ENCRYPTING])
    asked: list[Claims] = field(default_factory=list)
    verified: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True, request_handler=Silent)
        self.url = f"http://127.0.0.1:{self._server.port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def sign_in(self, address: str) -> str:
        """What the browser does there: the address it comes back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.asked.append(asked)
        return (
            f"{urlsplit(asked['redirect_uri']).path}?code=code-{len(self.asked) - 1}&state={asked['state']}"
        )

    def honest(self, asked: Claims) -> Claims:
        return {
            "iss": self.url,
            "sub": self.subject,
            "aud": CLIENT,
            "exp": int(self.now()) + 300,
            "iat": int(self.now()),
            "nonce": asked["nonce"],
            "at_hash": half_hash(ACCESS),
        }

    def _answer(self, environ: dict[str, Any], start: Any) -> Any:
        request = Request(environ)
        return self._page(request)(environ, start)

    def _page(self, request: Request) -> Response:
        if request.path == "/.well-known/openid-configuration":
            ways = {
                name: f"{self.url}/{name}"
                for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
            }
            return _json({"issuer": self.url, **ways, **self.metadata})
        if request.path == "/jwks_uri":
            return _json({"keys": [key.as_dict(private=False) for key in self.keys]})
        if request.path == "/token_endpoint":
            return self._token(request)
        return Response(status=404)

    def _token(self, request: Request) -> Response:
        asked = self.asked[int(request.form["code"].removeprefix("code-"))]
        challenge = (
            urlsafe_b64encode(sha256(request.form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        )
        self.verified.append(
            challenge == asked["code_challenge"] and asked["code_challenge_method"] == "S256"
        )
        if not self.verified[-1]:
            return _json({"error": "invalid_grant"}, 400)
        token = self.lie(self.honest(asked))
        return _json(
            {"access_token": ACCESS, "token_type": "Bearer", **({} if token is None else {"id_token": token})}
        )


def _json(what: object, status: int = 200) -> Response:
    return Response(json.dumps(what), status=status, content_type="application/json")
