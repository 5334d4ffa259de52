"""One line a request, for machines: who (by number), which route, what came of it, how long it took. No names, no addresses."""

import json
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from secrets import token_hex
from time import perf_counter
from traceback import extract_tb
from typing import Any

from flask import Flask, Response, g, request

requests = logging.getLogger("course_builder.requests")
security = logging.getLogger("course_builder.security")
faults = logging.getLogger("course_builder.faults")
STDERR = 2


class Lines(logging.Handler):
    """Each line in one write, which the system keeps whole: under load all threads would wait for a lock around it."""

    def handle(self, record: logging.LogRecord) -> bool:
        self.emit(record)
        return True

    def emit(self, record: logging.LogRecord) -> None:
        try:
            os.write(STDERR, f"{self.format(record)}\n".encode())
        except OSError:
            self.handleError(record)


class LoggedFlask(Flask):
    """What breaks is logged without the error's own words."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """No view waits asynchronously; Flask would ask that of a dozen functions at every request."""
        return func

    def log_exception(self, exc_info: Any) -> None:
        fault(exc_info[1])


def add_to(app: Flask) -> None:
    app.before_request(_begin)
    app.after_request(_end)


def to_stderr() -> None:
    """For a server: each line as JSON."""
    handler = Lines()
    handler.setFormatter(logging.Formatter("%(message)s"))
    root = logging.getLogger("course_builder")
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def noted(what: str, **facts: str | int | None) -> None:
    """Something that matters to security: a code and numbers, never what a person wrote."""
    security.info(_line(event=what, request=g.get("request_id"), **facts))


def fault(error: BaseException) -> None:
    """Where it went wrong. The error's own words are left out: they may quote what a person wrote."""
    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
    faults.error(
        _line(request=g.get("request_id"), route=_route(), error=type(error).__name__, frames=frames)
    )


def _begin() -> None:
    g.request_id = token_hex(6)
    g.begun = perf_counter()


def _end(response: Response) -> Response:
    if "begun" not in g or request.endpoint == "static":
        return response
    response.headers["X-Request-ID"] = g.request_id
    known = g.get("signed_in")
    took = round((perf_counter() - g.begun) * 1000, 1)
    facts = {"actor": known.account_id if known else None, "method": request.method, "route": _route()}
    requests.info(_line(request=g.request_id, **facts, status=response.status_code, ms=took))
    return response


def _route() -> str | None:
    """The pattern, never the address: that may hold a name or a key."""
    return request.url_rule.rule if request.url_rule else None


def _line(**facts: object) -> str:
    return json.dumps({"at": datetime.now(UTC).isoformat(timespec="milliseconds"), **facts})
