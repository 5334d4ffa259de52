"""The minutes of a film discussion as it is written are those that the course counts when it is whole."""

from typing import Any

import pytest

from course_builder.content.models.film import FilmDiscussion
from course_builder.content.talk_time import TalkTime, seconds_of, talk_time

TALK: dict[str, Any] = {
    "kind": "film-discussion",
    "id": "prov",
    "title": "Prov",
    "film": {"url": "https://example.se/film", "length": "1:34"},
    "before": [{"id": "aaaa", "ask": "A?", "minutes": "5"}],
    "pauses": [{"id": "bbbb", "at": "0:41", "ask": "B?"}, {"id": "cccc", "at": "1:10", "ask": "C?", "seconds": "90"}],
    "after": [{"id": "dddd", "ask": "D?", "minutes": "18"}, {"id": "eeee", "ask": "E?"}],
}  # fmt: skip


def test_it_counts_as_the_course_does() -> None:
    whole = FilmDiscussion.model_validate(TALK)
    written = talk_time(TALK)
    assert (written.room, written.alone) == (whole.room_minutes, whole.minutes) == (31, 8)
    assert (written.fits, written.too_short) == (45, 30)


def test_what_is_not_written_yet_counts_as_the_format_counts_it() -> None:
    written = talk_time(
        {"before": [{"minutes": "många"}], "pauses": [{"seconds": ""}], "after": "?", "film": None}
    )
    assert written == TalkTime(before=2, film=0, pauses=90, after=0, asked=1)
    assert talk_time({}).room == 0


@pytest.mark.parametrize(
    ("room", "fits", "too_short"), [(15, 15, None), (16, 30, 15), (60, 60, 45), (61, None, 60)]
)
def test_what_it_fits_in(room: int, fits: int | None, too_short: int | None) -> None:
    time = TalkTime(before=room, film=0, pauses=0, after=0, asked=1)
    assert (time.fits, time.too_short) == (fits, too_short)


def test_times_as_people_write_them() -> None:
    assert [seconds_of(one) for one in ("0:41", "1:02:03", "41", "0:75", None)] == [
        41,
        3723,
        None,
        None,
        None,
    ]
