import pytest

from course_builder.content.render.dates import lasting


@pytest.mark.parametrize(
    ("minutes", "swedish", "english"),
    [
        (1, "1 minut", "1 minute"),
        (45, "45 minuter", "45 minutes"),
        (60, "1 timme", "1 hour"),
        (61, "1 timme och 1 minut", "1 hour and 1 minute"),
        (220, "3 timmar och 40 minuter", "3 hours and 40 minutes"),
    ],
)
def test_a_length_of_time_in_words(minutes: int, swedish: str, english: str) -> None:
    assert (lasting(minutes, "sv"), lasting(minutes, "en")) == (swedish, english)
