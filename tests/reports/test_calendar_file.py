from datetime import UTC, date, datetime

from course_builder.reports.calendar_file import Reminder, as_ics

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
REMINDER = Reminder(
    "renewal-grundutbildning-12@exempel.se",
    date(2028, 12, 31),
    "Dags för uppdatering: Grundutbildning; barnrätt, del 1",
    "Rad ett\nRad två " + "åäö" * 40,
    "https://exempel.se/mine",
)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_day_is_a_whole_day_and_text_is_escaped() -> None:
    lines = unfolded(as_ics(REMINDER, NOW))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20281231" in lines
    assert "DTEND;VALUE=DATE:20290101" in lines
    assert "DTSTAMP:20261122T090000Z" in lines
    assert "SUMMARY:Dags för uppdatering: Grundutbildning\\; barnrätt\\, del 1" in lines
    assert "DESCRIPTION:Rad ett\\nRad två " + "åäö" * 40 in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_no_line_is_longer_than_the_rule_says_and_no_letter_is_cut() -> None:
    for line in as_ics(REMINDER, NOW).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_a_title_cannot_add_lines_of_its_own() -> None:
    hostile = Reminder("u", date(2027, 1, 1), "x\r\nBEGIN:VALARM\rACTION:EMAIL", "", "")
    assert not any(line.startswith(("BEGIN:VALARM", "ACTION")) for line in unfolded(as_ics(hostile, NOW)))
