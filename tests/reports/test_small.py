"""Numbers about few people never tell of one (trust 43)."""

from course_builder.reports.small import LEAST, shown


def told(done: int, of: int) -> tuple[str, int]:
    found = shown(done, of)
    return found.kind, found.number


def test_what_is_said() -> None:
    assert told(9, 14) == ("exact", 9)
    assert told(14, 14) == ("exact", 14)
    assert told(0, 14) == ("exact", 0)
    assert told(3, 14) == ("fewer", 5)
    assert told(13, 14) == ("least", 10)
    assert told(3, 7) == ("some", 0)
    assert told(2, 3) == told(0, 0) == ("hidden", 0)


def test_nobody_can_be_told_apart() -> None:
    """Whatever is said is said of at least four possible numbers, or of a group of five and more."""
    for of in range(60):
        said: dict[object, list[int]] = {}
        for done in range(of + 1):
            said.setdefault(shown(done, of), []).append(done)
        for same in said.values():
            alone = len(same) == 1
            done, left = same[0], of - same[0]
            assert not alone or done == 0 or left == 0 or min(done, left) >= LEAST


def test_the_meter_never_tells_more_than_the_words() -> None:
    assert (shown(13, 14).certain, shown(13, 14).told) == (10, 10)
    assert (shown(3, 14).certain, shown(3, 14).told) == (0, 10)
    assert (shown(3, 7).certain, shown(3, 7).told) == (0, 0)
    assert (shown(9, 14).certain, shown(9, 14).told) == (9, 14)
