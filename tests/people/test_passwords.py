from statistics import median
from time import perf_counter

import pytest

from course_builder.people import passwords
from course_builder.people.refused import Refused


def test_only_the_right_one_fits() -> None:
    kept = passwords.hash("grön cykel vid ån")
    assert kept.startswith("$argon2id$")
    assert passwords.verify(kept, "grön cykel vid ån")
    assert passwords.verify(kept, "gro\u0308n cykel vid a\u030an")
    assert not passwords.verify(kept, "grön cykel vid Ån")
    assert not passwords.verify(None, "grön cykel vid ån")
    assert not passwords.verify("inte en hash", "grön cykel vid ån")
    assert not passwords.verify(kept, "x" * 1_000_000)
    assert not passwords.outdated(kept)
    assert passwords.outdated("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo")


def test_an_unknown_account_costs_the_same_work() -> None:
    """trust 22"""
    kept = passwords.hash("grön cykel vid ån")
    passwords.verify(None, "fel")
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(40):
        known = number % 2 == 0
        start = perf_counter()
        passwords.verify(kept if known else None, "fel lösenord")
        times[known].append(perf_counter() - start)
    assert 0.5 < median(times[True]) / median(times[False]) < 2


@pytest.mark.parametrize("password", ["grön cykel vid ån", "kD8#mfk2!pQz", "äpple moln trappa sten"])
def test_a_good_one(password: str) -> None:
    passwords.check(password, "Anna Ombud", "anna.ombud@exempel.se")


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("kort", "at least 12"),
        ("x" * 201, "at least 12"),
        ("aaaaaaaaaaaaaaa", "easy to guess"),
        ("annaombud123", "easy to guess"),
        ("Sommar2026!!", "easy to guess"),
        ("anna.ombud@exempel.se", "easy to guess"),
        ("LösenordLösenord1", "easy to guess"),
    ],
)
def test_what_somebody_would_guess(password: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        passwords.check(password, "Anna Ombud", "anna.ombud@exempel.se")
