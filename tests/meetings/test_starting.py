"""On which days an hour can be, and which is proposed."""

from datetime import UTC, date, datetime

import pytest

from course_builder.meetings.starting import checked_start, proposed_day
from course_builder.people.refused import Refused

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 20), date(2026, 12, 11)),
        (date(2026, 11, 21), date(2026, 12, 14)),
        (date(2026, 11, 22), date(2026, 12, 14)),
        (date(2026, 11, 23), date(2026, 12, 14)),
    ],
)
def test_a_working_day_is_proposed_also_to_whoever_plans_on_a_sunday(today: date, day: date) -> None:
    assert proposed_day(today) == day


def test_two_years_back_and_ahead_are_days_and_more_is_not() -> None:
    for year in (2024, 2028):
        near = NOW.replace(year=year)
        assert checked_start(near, NOW) == near
    for year in (1, 2023, 2029, 9999):
        with pytest.raises(Refused, match="Check the year"):
            checked_start(NOW.replace(year=year), NOW)
