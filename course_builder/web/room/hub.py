"""All open event streams of this process, on one thread: a thousand phones cost a thousand sockets, and no thread, no
session and no transaction.

Whoever changes an hour says so (`say`); the hub then looks once at what each kind of screen is to show, and sends it to
all who look at it. Votes come many at a time, and are looked at twice a second. Every 15 seconds it looks by itself, so
that nothing is lost for long when word of it was.
"""

import logging
import random
import socket
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Lock, Thread
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from course_builder.database.notices import Notice, Notices
from course_builder.database.store import Database
from course_builder.web.room.frames import frames, passing
from course_builder.web.room.listener import Channel, Listener
from course_builder.web.room.listeners import Listeners

log = logging.getLogger(__name__)
Look = Callable[[Channel], Mapping[str, Any]]
BEAT = 15.0
"""Seconds between two looks that nobody has asked for, and between two signs of life."""
LIVES = (600.0, 900.0)
"""Seconds after which a stream is ended; its page asks again, and with it the question whether it may."""
VOTES, TALLY = "votes", "tally"
VOTES_EVERY = 0.5
AGAIN_AFTER = 1.0
LEADER = "leader"
PASSING = frozenset({"attendance", "actions", "notes"})
"""What leaders are only pointed at: they go and look themselves."""


class Hub:
    """`look` reads what a channel shows now."""

    def __init__(self, database: Database, look: Look) -> None:
        self._look = look
        self._notices = Notices(database, self._heard)
        self._guard = Lock()
        self._todo: deque[Listener | Notice] = deque()
        self._due: dict[int, float] = {}
        self._looked: dict[int, float] = {}
        self._voted: set[int] = set()
        self._thread: Thread | None = None
        self._over = False
        self.listeners = Listeners()

    def start(self) -> None:
        """Also by itself, with the first stream."""
        with self._guard:
            if self._thread is not None:
                return
            self._wake, self._awake = socket.socketpair()
            self._wake.setblocking(False)
            self._awake.setblocking(False)
            self.listeners.open(self._awake)
            self._thread = Thread(target=self._run, name="hub", daemon=True)
            self._thread.start()
        self._notices.start()

    def stop(self) -> None:
        """Ends all streams; their pages look for the next server."""
        if self._thread is not None:
            self._over = True
            self._stir()
            self._notices.stop()
            self._thread.join(AGAIN_AFTER)

    def say(self, notice: Notice) -> None:
        """To be called when what has changed is durable."""
        if self._thread is None:
            self._notices.say(notice)
            return
        if notice[1] != VOTES:
            self._notices.say(notice)
        self._heard(notice)

    def add(self, sock: socket.socket, channel: Channel, key: str, last: str = "", head: bytes = b"") -> None:
        """From now on the socket is the hub's. `last` is the id of the event that the page has; `head` goes first."""
        self.start()
        now = time.monotonic()
        until, beat = now + random.uniform(*LIVES), now + random.uniform(0, BEAT)  # noqa: S311 -- not all at once
        self._todo.append(Listener(sock, channel, key, last, head, until, beat))
        self._stir()

    def _heard(self, notice: Notice) -> None:
        self._todo.append(notice)
        self._stir()

    def _stir(self) -> None:
        with suppress(BlockingIOError):  # it is awake already
            self._wake.send(b"\0")

    def _run(self) -> None:
        """One fault does not silence a thousand phones; the log gets its name and not its words."""
        while not self._over:
            try:
                self._once()
            except Exception as error:
                log.error("the hub met %s", type(error).__name__)
                time.sleep(AGAIN_AFTER)
        self.listeners.close()

    def _once(self) -> None:
        for listener, events in self.listeners.ready(self._rest()):
            if listener is None:
                self._take()
            else:
                self.listeners.hear(listener, events, time.monotonic())
        self._look_at_the_due(time.monotonic())
        self.listeners.keep(time.monotonic())

    def _rest(self) -> float:
        first = min(self._due.values(), default=None)
        return 1.0 if first is None else max(0.0, min(1.0, first - time.monotonic()))

    def _take(self) -> None:
        with suppress(BlockingIOError):
            self._awake.recv(4096)
        while self._todo:
            one = self._todo.popleft()
            if isinstance(one, Listener):
                self.listeners.welcome(one)
                if not self.listeners.known(one.channel):
                    self._due[one.channel[1]] = 0.0
            else:
                self._plan(*one)

    def _plan(self, about: int, what: str) -> None:
        now = time.monotonic()
        if what in PASSING:
            self.listeners.say((LEADER, about), passing(what), now)
        elif what == VOTES:
            self._voted.add(about)
            self._due.setdefault(about, max(now, self._looked.get(about, 0.0) + VOTES_EVERY))
        else:
            self._due[about] = now

    def _look_at_the_due(self, now: float) -> None:
        for about in self.listeners.hours():
            if self._looked.get(about, 0.0) + BEAT < now:
                self._due.setdefault(about, now)
        for about in [one for one, at in self._due.items() if at <= now]:
            del self._due[about]
            self._looked[about] = now
            if about in self._voted:
                self._voted.discard(about)
                self._pass_on(about)
            self._look_at(about)

    def _look_at(self, about: int) -> None:
        for channel in self.listeners.of_hour(about):
            try:
                seen = frames(self._look(channel))
            except (SQLAlchemyError, OSError):  # the database is away for a moment
                self._due[about] = time.monotonic() + AGAIN_AFTER
                return
            self.listeners.show(channel, seen, time.monotonic())

    def _pass_on(self, about: int) -> None:
        with suppress(SQLAlchemyError, OSError):  # the others look by themselves before long
            self._notices.say((about, TALLY))
