"""Who listens to what, and what each channel shows. Only the hub's own thread touches it; others may count."""

import selectors
import socket
from collections.abc import Iterator, Mapping
from contextlib import suppress

from course_builder.web.room.frames import HEARTBEAT, REPLACED, known
from course_builder.web.room.listener import Channel, Listener

BEAT = 15.0
PATIENCE = 20.0
"""Seconds that somebody who does not read is waited for."""
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


class Listeners:
    def __init__(self) -> None:
        self._by: dict[Channel, dict[str, Listener]] = {}
        self._shown: dict[Channel, Mapping[str, bytes]] = {}

    def open(self, awake: socket.socket) -> None:
        self._selector = selectors.DefaultSelector()
        self._selector.register(awake, READ, None)

    def close(self) -> None:
        for one in self._all():
            self._end(one)
        self._selector.close()

    def ready(self, seconds: float) -> Iterator[tuple[Listener | None, int]]:
        """None: somebody wants the hub itself."""
        for key, events in self._selector.select(seconds):
            yield key.data, events

    def room(self, channel: Channel, key: str, most: int) -> bool:
        """Whether one more may look; a page that looks already may always look anew."""
        here = self._by.get(channel, {})
        return key in here or len(here) < most

    def count(self, channel: Channel) -> int:
        return len(self._by.get(channel, {}))

    def hours(self) -> set[int]:
        return {about for _, about in self._by}

    def of_hour(self, about: int) -> list[Channel]:
        return [channel for channel in self._by if channel[1] == about]

    def known(self, channel: Channel) -> bool:
        return channel in self._shown

    def welcome(self, listener: Listener) -> None:
        self._replace(listener)
        try:
            listener.prepare()
            self._selector.register(listener.sock, READ, listener)
        except (OSError, ValueError):  # gone before it began
            listener.sock.close()
            return
        self._by.setdefault(listener.channel, {})[listener.key] = listener
        shown = self._shown.get(listener.channel, {})
        listener.has = known(shown, listener.last)
        listener.offer(shown)
        self._send(listener, 0.0)

    def show(self, channel: Channel, seen: Mapping[str, bytes], now: float) -> None:
        """Sent to all who have not got it."""
        self._shown[channel] = seen
        for one in list(self._by.get(channel, {}).values()):
            one.has = one.has or known(seen, one.last)
            one.offer(seen)
            self._send(one, now)

    def say(self, channel: Channel, frame: bytes, now: float) -> None:
        for one in list(self._by.get(channel, {}).values()):
            one.say(frame)
            self._send(one, now)

    def hear(self, listener: Listener, events: int, now: float) -> None:
        if events & READ and listener.gone():
            self._end(listener)
        elif events & WRITE:
            self._send(listener, now)

    def keep(self, now: float) -> None:
        """Signs of life; those end who do not read, and those who have been here long."""
        for one in self._all():
            if one.until < now or (one.stuck is not None and one.stuck + PATIENCE < now):
                self._end(one)
            elif one.beat < now:
                one.beat = now + BEAT
                if not one.waiting and not one.out:
                    one.say(HEARTBEAT)
                self._send(one, now)

    def _send(self, listener: Listener, now: float) -> None:
        if listener.sock.fileno() < 0:
            return
        try:
            done = listener.flush(now)
        except OSError:
            self._end(listener)
            return
        self._selector.modify(listener.sock, READ if done else READ | WRITE, listener)

    def _replace(self, listener: Listener) -> None:
        before = self._by.get(listener.channel, {}).get(listener.key)
        if before is not None:
            before.say(REPLACED)
            with suppress(OSError):
                before.flush(0.0)
            self._end(before)

    def _end(self, listener: Listener) -> None:
        here = self._by.get(listener.channel, {})
        if here.get(listener.key) is listener:
            del here[listener.key]
        if not here:
            self._by.pop(listener.channel, None)
            self._shown.pop(listener.channel, None)
        with suppress(KeyError, ValueError):
            self._selector.unregister(listener.sock)
        listener.sock.close()

    def _all(self) -> list[Listener]:
        return [one for here in self._by.values() for one in here.values()]
