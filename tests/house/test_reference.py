"""docs/reference says what the code says."""

from scripts.docs import stale


def test_the_reference_is_up_to_date() -> None:
    assert stale() == [], "run make docs"
