"""trust 51, 68: the log of a room knows no code, no door, no token, and never who answered."""

import json
import logging

import pytest

from tests.meetings.held import Held
from tests.web.room.joined import Phone, opened


def test_what_phones_do_is_logged_without_who_and_which(
    held: Held, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO, "course_builder")
    room = opened(held)
    asked = room.ask("word", [])
    caplog.clear()
    signed_in = held.region.as_("employee")
    phone = Phone(signed_in, room.door)
    signed_in.get(f"/rum/{room.code}")
    signed_in.get(f"/rum/{room.door}")
    phone.join()
    phone.answer(asked, "kanariefågel")
    phone.sees()
    signed_in.post("/rum/code", json={"code": room.code})
    lines = [json.loads(line) for line in caplog.messages]
    assert len(lines) == 6
    assert {line["actor"] for line in lines} == {None}
    told = caplog.text + "".join(capfd.readouterr())
    secrets = (room.code, room.door, room.wall, phone.token, asked, "kanarie", held.meeting().salt or "")
    assert [one for one in secrets if one in told] == []
