"""Whether a web address answers. It is asked from our own network, so nothing in it can be reached (trust.md row 11).

The name is looked up once and the address that came back is the one that is called: a name that answers differently the
second time leads nowhere. Each redirect is looked at in the same way.
"""

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from socket import SOCK_STREAM, create_connection, getaddrinfo
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

SECONDS = 10
REDIRECTS = 5
LONGEST = 2000
NOT_ALLOWED_TO_ASK_SO = (403, 405, 501)
"""Answers of servers that do not like a HEAD."""
WORKS_BUT_NOT_FOR_US = (401, 403, 407, 429)
"""It is there; a person in a browser may see it."""


class Reason(StrEnum):
    """Why an address counts as dead."""

    GONE = "gone"
    """404 or 410."""
    REFUSED = "refused"
    """Another answer of 400 or above."""
    NO_NAME = "no-name"
    NO_ANSWER = "no-answer"
    CERTIFICATE = "certificate"
    INSIDE = "inside"
    """It leads into a network that is not the public one."""
    LOOP = "loop"
    """It leads on and on."""
    ODD = "odd"
    """It is no web address."""


@dataclass(frozen=True)
class Asker:
    """`find` gives the IP addresses of a name; `inside` lets a test ask its own machine."""

    find: Callable[[str, int], Sequence[str]]
    inside: bool = False

    def ask(self, address: str) -> Reason | None:
        """None when it answers; takes at most some ten seconds a step."""
        for _ in range(REDIRECTS + 1):
            answer = self._step(address)
            if not isinstance(answer, str) or isinstance(answer, Reason):
                return answer
            address = urljoin(address, answer)
        return Reason.LOOP

    def _step(self, address: str) -> Reason | str | None:
        """A reason, or where it leads on to."""
        try:
            parts = urlsplit(address)
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            return Reason.ODD
        if parts.scheme not in ("http", "https") or not parts.hostname or len(address) > LONGEST:
            return Reason.ODD
        try:
            there = self.find(parts.hostname, port)
        except (OSError, UnicodeError):
            return Reason.NO_NAME
        if not there:
            return Reason.NO_NAME
        if not self.inside and not all(ip_address(one).is_global for one in there):
            return Reason.INSIDE
        return _call(parts, there[0], port)


def public_asker() -> Asker:
    return Asker(_addresses)


def _addresses(host: str, port: int) -> list[str]:
    found = getaddrinfo(host, port, type=SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))


def _call(parts: SplitResult, there: str, port: int) -> Reason | str | None:
    try:
        status, onward = _status(parts, there, port, "HEAD")
        if status in NOT_ALLOWED_TO_ASK_SO:
            status, onward = _status(parts, there, port, "GET")
    except ssl.SSLError:
        return Reason.CERTIFICATE
    except (TimeoutError, OSError, HTTPException):
        return Reason.NO_ANSWER
    if onward is not None:
        return onward
    if status in (404, 410):
        return Reason.GONE
    return Reason.REFUSED if status >= 400 and status not in WORKS_BUT_NOT_FOR_US else None


def _status(parts: SplitResult, there: str, port: int, method: str) -> tuple[int, str | None]:
    """The status and where a redirect leads. Of what follows nothing is read."""
    host = parts.hostname or ""
    connection = HTTPConnection(host, port, timeout=SECONDS)
    connection.sock = create_connection((there, port), SECONDS)
    try:
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
            connection.default_port = HTTPSConnection.default_port
        path = urlunsplit(("", "", quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="=&%:@!$'()*+,;/?~-._"), ""))  # fmt: skip
        connection.request(method, path, headers={"User-Agent": "course_builder", "Accept": "*/*"})
        answer = connection.getresponse()
        moved = answer.status in (301, 302, 303, 307, 308)
        return answer.status, answer.headers.get("Location") if moved else None
    finally:
        connection.close()
