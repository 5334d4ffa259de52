"""Sign-in at an identity provider, with one that tells the truth and with one that lies."""

import json
import logging
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.people import accounts, links
from course_builder.people.models import Account, Identity, Person, SignIn
from course_builder.settings import Settings
from tests.web.issuer import (
    ACCESS,
    CLIENT,
    EC,
    EDWARDS,
    MISUSED,
    RSA,
    SECRET,
    STRANGER,
    Claims,
    Issuer,
    by_hand,
    half_hash,
    hmac_with,
    signed,
)
from tests.web.region import MONDAY, Region, both

NOW = int(MONDAY.timestamp())


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    made = Issuer(lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def settings(database_url: str, tmp_path: Path, issuer: Issuer) -> Settings:
    return Settings(
        data=str(tmp_path),
        database_url=database_url,
        oidc_issuer=issuer.url,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
        oidc_name="Regionkonto",
    )


@pytest.fixture
def anna(region: Region, issuer: Issuer) -> Region:
    """Anna Ombud's account opens for her identity at the provider."""
    with region.database.writing() as session:
        accounts.connect(session, region.accounts["rep"], issuer.url, issuer.subject)
    return region


def there_and_back(browser: FlaskClient, issuer: Issuer) -> str:
    leaving = browser.get("/sign-in/elsewhere?next=/me")
    assert leaving.status_code == 302
    return issuer.sign_in(leaving.location)


def signed_out(anna: Region, issuer: Issuer) -> tuple[FlaskClient, str]:
    """Her browser after she has left, and the page it is shown."""
    browser = anna.anonymous()
    browser.get(there_and_back(browser, issuer))
    page = browser.get("/me").text
    token = page.split('name="csrf" content="')[1].split('"')[0]
    left = browser.post("/sign-out", headers={"X-CSRF-Token": token})
    return browser, browser.get(left.location).text


def test_leaving_she_is_shown_the_way_out_of_the_provider_too(anna: Region, issuer: Issuer) -> None:
    """RP-initiated logout, by a link: to follow it is hers to choose."""
    issuer.metadata["end_session_endpoint"] = f"{issuer.url}/out?realm=1"
    browser, page = signed_out(anna, issuer)
    assert "Du är fortfarande inloggad i Regionkonto." in page
    away = browser.get("/sign-out/elsewhere").location
    assert away == (
        f"{issuer.url}/out?realm=1&client_id={CLIENT}&post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Fsign-in"
    )
    assert "fortfarande inloggad" not in browser.get("/sign-in").text


@pytest.mark.parametrize("endpoint", [None, "http://evil.exempel.se/out", "javascript:alert(1)"])
def test_a_provider_without_a_way_out_is_left_here_only(
    anna: Region, issuer: Issuer, endpoint: str | None
) -> None:
    issuer.metadata["end_session_endpoint"] = endpoint
    browser, page = signed_out(anna, issuer)
    assert "fortfarande inloggad" not in page
    assert browser.get("/sign-out/elsewhere").status_code == 404
    assert browser.get("/me").status_code == 302


@both
def test_an_honest_provider_lets_her_in(anna: Region, issuer: Issuer) -> None:
    """trust 27"""
    browser = anna.anonymous()
    assert "Logga in med Regionkonto" in browser.get("/sign-in").text
    answer = browser.get(there_and_back(browser, issuer))
    assert (answer.status_code, answer.location) == (302, "/me")
    assert "Anna Ombud" in browser.get("/me").text
    assert issuer.verified == [True]
    assert issuer.asked[0]["scope"] == "openid"


@pytest.mark.parametrize("key", [RSA, EC], ids=["RS256", "ES256"])
def test_either_kind_of_key_will_do(anna: Region, issuer: Issuer, key: Any) -> None:
    issuer.lie = lambda claims: signed(claims, key, alg="RS256" if key is RSA else "ES256", kid=key.kid)
    browser = anna.anonymous()
    assert browser.get(there_and_back(browser, issuer)).status_code == 302


Lie = Callable[[Claims], Any]


def but(**changed: Any) -> Lie:
    """Well signed, with claims changed; None takes one away."""

    def lie(claims: Claims) -> str:
        said = {**claims, **changed}
        return signed({name: value for name, value in said.items() if value is not None})

    return lie


def headed(key: Any = RSA, **header: Any) -> Lie:
    return lambda claims: signed(claims, key, **header)


def spoiled(change: Callable[[list[str]], list[str]]) -> Lie:
    """The parts of a good token, changed."""
    return lambda claims: ".".join(change(signed(claims).split(".")))


def public(key: Any) -> bytes:
    return bytes(key.as_pem(private=False))


FORGED: dict[str, tuple[str, Lie]] = {
    "alg none": ("alg", lambda claims: by_hand({"alg": "none"}, claims, b"")),
    "alg NoNe": ("alg", lambda claims: by_hand({"alg": "NoNe", "kid": "rsa-1"}, claims, b"")),
    "no alg": ("form", lambda claims: by_hand({"kid": "rsa-1"}, claims, b"x")),
    "alg a list": ("alg", lambda claims: by_hand({"alg": ["RS256"], "kid": "rsa-1"}, claims, b"x")),
    "hmac with the public key": ("alg", lambda claims: hmac_with(claims, public(RSA))),
    "hmac with the client's secret": ("alg", lambda claims: hmac_with(claims, SECRET.encode())),
    "hmac with the modulus": ("alg", lambda claims: hmac_with(claims, str(RSA.as_dict()["n"]).encode())),
    "a longer hash": ("alg", headed(alg="RS512")),
    "an edwards key": ("alg", headed(EDWARDS, alg="EdDSA", kid="ed-1")),
    "unknown kid": ("kid", headed(kid="rsa-2")),
    "no kid among many": ("kid", headed(kid=None)),
    "kid a path": ("kid", headed(kid="../../rsa-1")),
    "kid a number": ("kid", lambda claims: by_hand({"alg": "RS256", "kid": 1}, claims, b"x")),
    "a key for encrypting": ("key", headed(MISUSED, kid="enc-1")),
    "kid of another kind of key": ("signature", headed(RSA, kid="ec-1")),
    "a stranger's key": ("signature", headed(STRANGER)),
    "jku": ("header", headed(jku="https://evil.example/jwks")),
    "x5u": ("header", headed(x5u="https://evil.example/cert")),
    "jwk": ("form", headed(STRANGER, jwk=STRANGER.as_dict(private=False))),
    "x5c": ("header", headed(x5c=["AAAA"])),
    "crit": ("header", headed(crit=["exp"], exp=1)),
    "crit b64": ("header", headed(crit=["b64"], b64=False)),
    "an access token": ("typ", headed(typ="at+jwt")),
    "signature gone": ("signature", spoiled(lambda parts: [parts[0], parts[1], ""])),
    "signature cut": ("signature", spoiled(lambda parts: [parts[0], parts[1], parts[2][:-8]])),
    "signature of another": ("signature", spoiled(lambda parts: [parts[0], parts[1], "A" * len(parts[2])])),
    "claims changed after": ("signature", lambda claims: _swapped(claims)),
    "two parts": ("form", spoiled(lambda parts: parts[:2])),
    "four parts": ("form", spoiled(lambda parts: [*parts, "x"])),
    "encrypted": ("form", lambda claims: "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0....."),
    "json form": ("form", lambda claims: json.dumps({"payload": "", "signatures": []})),
    "not base64": ("form", lambda claims: "å.ä.ö"),
    "empty": ("form", lambda claims: ""),
    "claims a list": ("signature", lambda claims: by_hand({"alg": "RS256", "kid": "rsa-1"}, ["iss"], b"x")),
    "none at all": ("no_id_token", lambda claims: None),
    "a number": ("no_id_token", lambda claims: 7),
    "another issuer": ("iss", but(iss="https://evil.example")),
    "issuer and a slash": ("iss", lambda claims: signed({**claims, "iss": claims["iss"] + "/"})),
    "no issuer": ("iss", but(iss=None)),
    "another client": ("aud", but(aud="annan")),
    "us and another": ("aud", but(aud=[CLIENT, "annan"])),
    "no audience": ("aud", but(aud=[])),
    "audience gone": ("aud", but(aud=None)),
    "for another party": ("azp", but(azp="annan")),
    "too old": ("exp", but(exp=NOW - 61)),
    "no end": ("exp", but(exp=None)),
    "end in words": ("exp", but(exp="9999999999")),
    "end true": ("exp", but(exp=True)),
    "end never": ("exp", but(exp=math.inf)),
    "end not a number": ("exp", but(exp=math.nan)),
    "from tomorrow": ("iat", but(iat=NOW + 86_400)),
    "from yesterday": ("iat", but(iat=NOW - 86_400)),
    "no beginning": ("iat", but(iat=None)),
    "not yet": ("nbf", but(nbf=NOW + 3600)),
    "no nonce": ("nonce", but(nonce=None)),
    "another nonce": ("nonce", but(nonce="en annan")),
    "nonce a list": ("nonce", but(nonce=["en annan"])),
    "nobody": ("sub", but(sub=None)),
    "empty subject": ("sub", but(sub="")),
    "subject a number": ("sub", but(sub=7)),
    "subject too long": ("sub", but(sub="a" * 256)),
    "wrong at_hash": ("at_hash", but(at_hash=half_hash("another"))),
    "empty at_hash": ("at_hash", but(at_hash="")),
    "at_hash a list": ("at_hash", but(at_hash=[half_hash(ACCESS)])),
}


def _swapped(claims: Claims) -> str:
    mine, hers = signed(claims).split("."), signed({**claims, "sub": "somebody"}).split(".")
    return ".".join([mine[0], hers[1], mine[2]])


def test_forged_tokens_are_refused(anna: Region, issuer: Issuer, caplog: pytest.LogCaptureFixture) -> None:
    """trust 26: the reason is logged, and neither a session nor an account comes of it."""
    before = _everything(anna)
    browser = anna.anonymous()
    reasons = {}
    for name, (_, issuer.lie) in FORGED.items():
        caplog.clear()
        with caplog.at_level(logging.INFO, "course_builder.security"):
            answer = browser.get(there_and_back(browser, issuer))
        reasons[name] = (answer.status_code, [json.loads(line)["reason"] for line in caplog.messages])
    assert reasons == {name: (400, [reason]) for name, (reason, _) in FORGED.items()}
    assert _everything(anna) == before
    assert browser.get("/me").status_code == 302


def test_a_provider_that_changes_keys_is_asked_again(anna: Region, issuer: Issuer) -> None:
    browser = anna.anonymous()
    assert browser.get(there_and_back(browser, issuer)).status_code == 302
    issuer.keys = [EC]
    issuer.lie = lambda claims: signed(claims, EC, alg="ES256", kid="ec-1")
    other = anna.anonymous()
    assert other.get(there_and_back(other, issuer)).status_code == 302


def test_somebody_we_do_not_know_gets_no_account(anna: Region, issuer: Issuer) -> None:
    """trust 26"""
    issuer.subject = "somebody-else"
    before = _everything(anna)
    browser = anna.anonymous()
    answer = browser.get(there_and_back(browser, issuer))
    assert (answer.status_code, "Be din samordnare om en inbjudan" in answer.text) == (403, True)
    assert _everything(anna) == before


def test_the_same_subject_at_another_issuer_is_somebody_else(anna: Region, issuer: Issuer) -> None:
    """trust 26"""
    with anna.database.writing() as session:
        session.query(Identity).update({"issuer": "https://another.example"})
    browser = anna.anonymous()
    assert browser.get(there_and_back(browser, issuer)).status_code == 403


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda way: way.split("&state=")[0], "state"),
        (lambda way: f"{way}x", "state"),
        (lambda way: f"{way}&iss=https://evil.example", "response_iss"),
        (lambda way: way.replace("code=", "error=access_denied&code="), "no_code"),
        (lambda way: way.replace("code=code-0", "kod=7"), "no_code"),
    ],
)
def test_a_return_that_is_not_as_it_should_be(
    anna: Region, issuer: Issuer, change: Callable[[str], str], reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    """trust 27"""
    browser = anna.anonymous()
    way = change(there_and_back(browser, issuer))
    with caplog.at_level(logging.INFO, "course_builder.security"):
        assert browser.get(way).status_code == 400
    assert json.loads(caplog.messages[-1])["reason"] == reason


def test_a_return_counts_once_in_its_own_browser_and_in_time(anna: Region, issuer: Issuer) -> None:
    """trust 27"""
    mine, other = anna.anonymous(), anna.anonymous()
    way = there_and_back(mine, issuer)
    assert other.get(way).status_code == 400
    there_and_back(other, issuer)
    assert other.get(way).status_code == 400
    assert mine.get(way).status_code == 302
    assert mine.get(way).status_code == 400
    late = anna.anonymous()
    way = there_and_back(late, issuer)
    anna.time.pass_(minutes=11)
    assert late.get(way).status_code == 400


def test_a_code_of_another_sign_in_is_not_taken(anna: Region, issuer: Issuer) -> None:
    """trust 27: the attacker's code in the victim's browser fails at PKCE, and its nonce is another."""
    attacker, victim = anna.anonymous(), anna.anonymous()
    there_and_back(attacker, issuer)
    way = there_and_back(victim, issuer)
    assert victim.get(way.replace("code-1", "code-0")).status_code == 400
    assert issuer.verified == [False]


def test_a_provider_that_promises_to_name_itself_must(anna: Region, issuer: Issuer) -> None:
    """trust 27"""
    issuer.metadata = {"authorization_response_iss_parameter_supported": True}
    silent, named = anna.anonymous(), anna.anonymous()
    assert silent.get(there_and_back(silent, issuer)).status_code == 400
    assert named.get(f"{there_and_back(named, issuer)}&iss={issuer.url}").status_code == 302


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": None},
    ],
)
def test_a_provider_that_describes_itself_wrong_is_not_gone_to(
    anna: Region, issuer: Issuer, metadata: Claims
) -> None:
    """trust 11, 27"""
    issuer.metadata = metadata
    assert anna.anonymous().get("/sign-in/elsewhere").status_code == 400


def test_without_a_provider_there_is_no_such_page(anna: Region) -> None:
    anna.app.extensions.pop("oidc")
    assert anna.anonymous().get("/sign-in/elsewhere").status_code == 404


@both
def test_an_invitation_connects_the_identity_it_comes_back_with(region: Region, issuer: Issuer) -> None:
    with region.database.writing() as session:
        person = Person(name="Nina Ny", email="nina.ny@exempel.se")
        session.add(person)
        session.flush()
        token = links.invite(session, person.id, region.time())
    scanner, she = region.anonymous(), region.anonymous()
    assert scanner.get(f"/link/invite/{token}/elsewhere").status_code == 302
    leaving = she.get(f"/link/invite/{token}/elsewhere")
    assert she.get(issuer.sign_in(leaving.location)).status_code == 302
    assert "Nina Ny" in she.get("/me").text
    assert scanner.get(f"/link/invite/{token}/elsewhere").status_code == 410
    again = region.anonymous()
    assert again.get(there_and_back(again, issuer)).status_code == 302


def _everything(region: Region) -> tuple[int, ...]:
    with region.database.reading() as session:
        return tuple(session.query(table).count() for table in (Account, Identity, SignIn, Person))
