"""trust 48: who does not read is not waited for, who is gone is let go, and nobody is sent what she has."""

import socket
from collections.abc import Iterator

import pytest

from course_builder.web.room.frames import HEARTBEAT, frames, known
from course_builder.web.room.listener import Listener
from course_builder.web.room.listeners import BEAT, PATIENCE, Listeners

HERE = ("phone", 1)
LONG = "x" * 200_000


@pytest.fixture
def listeners() -> Iterator[Listeners]:
    made = Listeners()
    ours, theirs = socket.socketpair()
    made.open(theirs)
    yield made
    made.close()
    ours.close()
    theirs.close()


def listening(listeners: Listeners, key: str = "a", last: str = "", until: float = 1e9) -> socket.socket:
    """The other end."""
    ours, theirs = socket.socketpair()
    listeners.welcome(Listener(theirs, HERE, key, last, b"", until, 1e9))
    ours.setblocking(False)
    return ours


def heard(sock: socket.socket) -> bytes:
    data = b""
    try:
        while more := sock.recv(65_536):
            data += more
    except BlockingIOError:
        pass
    return data


def test_of_what_somebody_has_not_read_only_the_newest_waits(listeners: Listeners) -> None:
    slow, quick = listening(listeners, "slow"), listening(listeners, "quick")
    for number in range(50):
        listeners.show(HERE, frames({"room": f"{number} {LONG}"}), 0.0)
        while not heard(quick).endswith(b"\n\n"):
            for listener, events in listeners.ready(0.0):
                assert listener is not None
                listeners.hear(listener, events, 0.0)
    told = b""
    while b'"49 ' not in told or not told.endswith(b"\n\n"):
        told += heard(slow)
        for listener, events in listeners.ready(0.0):
            assert listener is not None
            listeners.hear(listener, events, 0.0)
    assert told.count(b"event: room") < 10


def test_who_does_not_read_for_long_is_dropped(listeners: Listeners) -> None:
    slow = listening(listeners)
    listeners.show(HERE, frames({"room": LONG * 10}), 1.0)
    listeners.keep(1.0 + PATIENCE)
    assert listeners.count(HERE) == 1
    listeners.keep(1.1 + PATIENCE)
    assert listeners.count(HERE) == 0
    slow.close()


def test_who_has_gone_is_let_go(listeners: Listeners) -> None:
    listening(listeners).close()
    for listener, events in listeners.ready(1.0):
        assert listener is not None
        listeners.hear(listener, events, 0.0)
    assert (listeners.count(HERE), listeners.hours()) == (0, set())


def test_a_sign_of_life_at_times_and_an_end_after_long(listeners: Listeners) -> None:
    ours, theirs = socket.socketpair()
    listeners.welcome(Listener(theirs, HERE, "a", "", b"", until=600.0, beat=5.0))
    ours.setblocking(False)
    told = []
    for now in (4.0, 6.0, 7.0, 6.0 + BEAT + 1):
        listeners.keep(now)
        told.append(heard(ours))
    assert told == [b"", HEARTBEAT, b"", HEARTBEAT]
    listeners.keep(601.0)
    assert listeners.count(HERE) == 0


def test_what_is_there_is_not_sent_again(listeners: Listeners) -> None:
    now = frames({"stage": {"at": "a"}, "rounds": {}})
    first = listening(listeners, "first")
    listeners.show(HERE, now, 0.0)
    assert heard(first).count(b"event:") == 2
    listeners.show(HERE, frames({"stage": {"at": "b"}, "rounds": {}}), 0.0)
    assert heard(first).count(b"event:") == 1
    mark = now["rounds"].split(b"\n")[0].removeprefix(b"id: ").decode()
    again = listening(listeners, "again", last=mark)
    assert heard(again).count(b"event: stage") == 1
    assert known(now, "") == {}


def test_so_many_and_no_more_but_a_page_may_come_again(listeners: Listeners) -> None:
    here = [listening(listeners, key) for key in "ab"]
    assert (listeners.room(HERE, "c", 2), listeners.room(HERE, "a", 2)) == (False, True)
    for one in here:
        one.close()
