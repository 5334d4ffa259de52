"""Can the captions be read while the film plays?"""

from course_builder.content.caption_timing import outside, overlapping, speed, too_fast, too_long
from course_builder.content.captions import Cue

CALM = Cue(0, 4000, "Vi väntar tillsammans.")


def test_overlap_is_told_for_neighbours() -> None:
    early, late = Cue(0, 2000, "a"), Cue(1999, 3000, "b")
    assert list(overlapping([early, late, Cue(3000, 4000, "c")])) == [(early, late)]


def test_speed_counts_what_is_read() -> None:
    assert speed(Cue(0, 2000, "<i>ett &amp;\ntvå</i>")) == 4.5
    hasty = Cue(4000, 5000, "Det här är en lång mening på en sekund.")
    assert list(too_fast([CALM, hasty])) == [hasty]
    assert list(too_fast([Cue(0, 1000, "x" * 20)])) == []
    assert list(too_fast([Cue(0, 1000, "x" * 18)], limit=17)) != []


def test_two_lines_of_42_fit() -> None:
    fits, wide, tall = Cue(0, 1, "x" * 42 + "\n" + "y" * 42), Cue(0, 1, "x" * 43), Cue(0, 1, "a\nb\nc")
    assert list(too_long([fits, wide, tall])) == [wide, tall]


def test_a_cue_ends_with_the_film() -> None:
    last, rounded = Cue(93_000, 94_000, "slut"), Cue(93_000, 94_500, "slut")
    after, beyond = Cue(94_000, 94_100, "efter"), Cue(93_000, 94_501, "för långt")
    assert list(outside([last, rounded, after, beyond], 94)) == [after, beyond]
