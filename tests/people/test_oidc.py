from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

import pytest

from course_builder.database.store import Database
from course_builder.people import links, oidc, sign_in
from course_builder.people.oidc import ClaimRefused, Proven
from course_builder.people.refused import Refused
from tests.people.place import NOW, account, somebody

ISSUER, CLIENT, NONCE = "https://id.exempel.se", "barnratt", "n-0S6_WzA2Mj"
SECONDS = int(NOW.timestamp())
GOOD: dict[str, Any] = {
    "iss": ISSUER,
    "sub": "a1b2",
    "aud": CLIENT,
    "exp": SECONDS + 300,
    "iat": SECONDS - 5,
    "nonce": NONCE,
}
ANNA = Proven(ISSUER, "a1b2")


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"aud": [CLIENT]},
        {"aud": [CLIENT, "annan"], "azp": CLIENT},
        {"exp": SECONDS - 59},
        {"iat": SECONDS + 59},
        {"nbf": SECONDS},
        {"email": "karin@exempel.se", "email_verified": True},
    ],
)
def test_a_good_token_proves_issuer_and_subject_alone(more: dict[str, Any]) -> None:
    """trust 26"""
    assert oidc.check(GOOD | more, ISSUER, CLIENT, NONCE, NOW) == ANNA


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"iss": "https://id.exempel.se/"}, "iss"),
        ({"iss": None}, "iss"),
        ({"iss": [ISSUER]}, "iss"),
        ({"aud": "annan"}, "aud"),
        ({"aud": None}, "aud"),
        ({"aud": {CLIENT: 1}}, "aud"),
        ({"aud": [CLIENT, "annan"]}, "azp"),
        ({"azp": "annan"}, "azp"),
        ({"exp": SECONDS - 60}, "exp"),
        ({"exp": None}, "exp"),
        ({"exp": "9999999999"}, "exp"),
        ({"exp": True}, "exp"),
        ({"iat": SECONDS + 61}, "iat"),
        ({"iat": SECONDS - 601}, "iat"),
        ({"iat": None}, "iat"),
        ({"nbf": SECONDS + 61}, "nbf"),
        ({"nbf": "nu"}, "nbf"),
        ({"nonce": "n-0S6_WzA2Mk"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"nonce": ""}, "nonce"),
        ({"sub": ""}, "sub"),
        ({"sub": 7}, "sub"),
        ({"sub": "x" * 256}, "sub"),
        ({"sub": "a1b2\n"}, "sub"),
    ],
)
def test_forged_claims_prove_nothing(claims: dict[str, Any], reason: str) -> None:
    """trust 26"""
    with pytest.raises(ClaimRefused) as refused:
        oidc.check(GOOD | claims, ISSUER, CLIENT, NONCE, NOW)
    assert refused.value.reason == reason


def test_a_sign_in_without_a_nonce_of_ours_proves_nothing() -> None:
    with pytest.raises(ClaimRefused, match="nonce"):
        oidc.check(GOOD | {"nonce": ""}, ISSUER, CLIENT, "", NOW)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"alg": "none"}, "alg"),
        ({"alg": "None"}, "alg"),
        ({"alg": "HS256", "kid": "1"}, "alg"),
        ({}, "alg"),
        ({"alg": "RS256", "kid": "2"}, "kid"),
        ({"alg": "RS256", "kid": "1", "jku": "https://ond.se/keys"}, "header"),
        ({"alg": "RS256", "kid": "1", "jwk": {}}, "header"),
        ({"alg": "RS256", "kid": "1", "crit": ["x"]}, "header"),
    ],
)
def test_headers_that_would_choose_the_key_themselves(header: dict[str, Any], reason: str) -> None:
    """trust 26"""
    with pytest.raises(ClaimRefused) as refused:
        oidc.check_header(header, frozenset({"1"}))
    assert refused.value.reason == reason


def test_a_plain_header() -> None:
    for header in ({"alg": "RS256", "kid": "1"}, {"alg": "ES256"}):
        oidc.check_header(header, frozenset({"1"}))


def test_the_hash_of_the_access_token_fails_closed() -> None:
    """trust 26"""
    half = urlsafe_b64encode(sha256(b"token").digest()[:16]).rstrip(b"=").decode()
    oidc.check_access_token({}, "RS256", "token")
    oidc.check_access_token({"at_hash": half}, "RS256", "token")
    for claims, algorithm in (
        ({"at_hash": half[:-1]}, "RS256"),
        ({"at_hash": ""}, "RS256"),
        ({"at_hash": None}, "RS256"),
        ({"at_hash": half}, "XX999"),
        ({"at_hash": half}, "RS512"),
    ):
        with pytest.raises(ClaimRefused, match="at_hash"):
            oidc.check_access_token(claims, algorithm, "token")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"code": "c"}, "state"),
        ({"code": "c", "state": ""}, "state"),
        ({"code": "c", "state": "S"}, "state"),
        ({"code": "c", "state": "s", "iss": "https://annan.se"}, "iss"),
        ({"state": "s"}, "code"),
        ({"state": "s", "code": "c", "error": "access_denied"}, "code"),
    ],
)
def test_answers_that_are_not_to_our_question(arguments: dict[str, str], reason: str) -> None:
    """trust 27"""
    oidc.check_answer({"code": "c", "state": "s", "iss": ISSUER}, "s", ISSUER)
    with pytest.raises(ClaimRefused) as refused:
        oidc.check_answer(arguments, "s", ISSUER)
    assert refused.value.reason == reason


def test_no_state_of_ours_is_no_state() -> None:
    with pytest.raises(ClaimRefused, match="state"):
        oidc.check_answer({"code": "c", "state": ""}, "", ISSUER)


def test_an_invited_person_is_linked_by_her_invitation(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        token = links.invite(session, anna.id, NOW)
        assert oidc.account_of(session, ANNA) is None
        made = oidc.link_invited(session, token, ANNA, NOW)
        assert made is not None
        assert oidc.account_of(session, ANNA) == made
        assert oidc.link_invited(session, token, Proven(ISSUER, "annan"), NOW) is None
        for other in (Proven(ISSUER, "A1B2"), Proven("https://annan.se", "a1b2")):
            assert oidc.account_of(session, other) is None


def test_the_address_links_nobody(database: Database) -> None:
    """trust 26: only issuer and subject are an identity."""
    with database.writing() as session:
        account(session, somebody(session, "Anna Ombud"), "hash")
        assert oidc.account_of(session, Proven(ISSUER, "anna.ombud@exempel.se")) is None


def test_an_identity_is_one_persons(database: Database) -> None:
    with database.writing() as session:
        tokens = [
            links.invite(session, somebody(session, name).id, NOW) for name in ("Anna Ombud", "Bo Ombud")
        ]
        first = oidc.link_invited(session, tokens[0], ANNA, NOW)
        with pytest.raises(Refused, match="another account"):
            oidc.link_invited(session, tokens[1], ANNA, NOW)
        assert links.look(session, tokens[1], NOW) is not None
        assert oidc.account_of(session, ANNA) == first


def test_a_reset_links_nobody(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        account(session, anna, "hash")
        reset = links.reset(session, "anna.ombud@exempel.se", NOW)
        assert reset is not None
        assert oidc.link_invited(session, reset[1], ANNA, NOW) is None


def test_a_closed_account_opens_for_no_identity(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        made = oidc.link_invited(session, links.invite(session, anna.id, NOW), ANNA, NOW)
        assert made is not None
        sign_in.start(session, made, NOW)
        oidc.unlink(session, made)
        assert oidc.account_of(session, ANNA) is None
