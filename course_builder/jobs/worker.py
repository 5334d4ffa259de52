"""A thread that does jobs, beside the threads that answer requests in the same process."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from threading import Event, Thread
from traceback import extract_tb

from huey import crontab
from huey.consumer import Consumer

from course_builder.database.store import Database
from course_builder.jobs import table
from course_builder.jobs.queue import queue
from course_builder.settings import Settings

Handler = Callable[[Mapping[str, int]], None]
"""Does one kind of job; being called twice with the same ids must do no harm."""
EVERY_BEAT = 30
"""Seconds."""
GRACE = 20
"""Seconds a job at hand gets when the server stops; a longer one is done again later."""
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Duties:
    """What can be asked for by name; what is done whenever somebody wakes the worker; what is done every minute."""

    handlers: Mapping[str, Handler]
    when_woken: Sequence[Callable[[], object]] = ()
    every_minute: Sequence[Callable[[], object]] = ()
    slow: frozenset[str] = frozenset()
    """Names of jobs that may take an hour; they are done one by one on a thread of their own, beside the others."""


class QuietConsumer(Consumer):  # type: ignore[misc]  # huey has no types
    def _set_signal_handlers(self) -> None:
        """The signals belong to the server."""


class Worker:
    def __init__(
        self, settings: Settings, database: Database, duties: Duties, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._duties = duties
        self._clock = clock
        self._slow: SimpleQueue[int | None] = SimpleQueue()
        self._queue = queue(settings, database)
        self._do = self._queue.task(name="do")(self.do)
        self._look = self._queue.task(name="look")(self.look)
        self._queue.periodic_task(crontab(), name="minute")(self.minute)
        self._consumer = QuietConsumer(
            self._queue, max_delay=1.0, check_worker_health=False, shutdown_timeout=GRACE
        )

    def start(self) -> None:
        with self._database.writing() as session:
            table.start_again(session, self._clock(), everything=self._database.is_sqlite)
        self._consumer.start()
        if self._duties.slow:
            Thread(target=self._do_slow, daemon=True).start()
        self.wake()

    def stop(self) -> None:
        """Lets the job at hand end, but not a slow one: it is begun again by the next process."""
        self._slow.put(None)
        self._consumer.stop(graceful=True)
        self._queue.storage.close()

    def wake(self) -> None:
        """Something may be due; to be called after the transaction that asked for it."""
        self._look()

    def minute(self) -> None:
        """One duty that fails does not keep the others from being done."""
        with self._database.writing() as session:
            table.start_again(session, self._clock())
        for duty in self._duties.every_minute:
            _tried(duty, "every minute")
        self.look()

    def look(self) -> None:
        """Puts what is due in the queue."""
        for duty in self._duties.when_woken:
            _tried(duty, "when woken")
        with self._database.reading() as session:
            due = table.due(session, self._clock())
            slow = table.named(session, due, self._duties.slow)
        for job_id in due:
            if job_id in slow:
                self._slow.put(job_id)
            else:
                self._do(job_id)

    def _do_slow(self) -> None:
        while (job_id := self._slow.get()) is not None:
            _tried(partial(self.do, job_id), "slow")

    def do(self, job_id: int) -> None:
        with self._database.writing() as session:
            job = table.take(session, job_id, self._clock())
        if job is None:
            return
        with Beat(self._database, job_id, self._clock):
            error = self._done(job.name, job.arguments)
        with self._database.writing() as session:
            table.finish(session, job_id, self._clock(), error)

    def _done(self, name: str, arguments: Mapping[str, int]) -> str:
        """The kind of error, or nothing."""
        handler = self._duties.handlers.get(name)
        if handler is None:
            return "unknown"
        return _tried(lambda: handler(arguments), name)


def _tried(work: Callable[[], object], name: str) -> str:
    """The log gets the place of an error and not its words: they may quote what a person wrote."""
    try:
        work()
    except Exception as error:
        frames = [f"{frame.filename}:{frame.lineno}" for frame in extract_tb(error.__traceback__)]
        log.error("job %s failed: %s at %s", name, type(error).__name__, " ".join(frames))
        return type(error).__name__
    return ""


class Beat:
    """Says every half minute that the worker of a job is alive."""

    def __init__(self, database: Database, job_id: int, clock: Callable[[], datetime]) -> None:
        self._over = Event()
        self._thread = Thread(target=self._run, args=(database, job_id, clock), daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self, database: Database, job_id: int, clock: Callable[[], datetime]) -> None:
        while not self._over.wait(EVERY_BEAT):
            with database.writing() as session:
                table.beat(session, job_id, clock())
