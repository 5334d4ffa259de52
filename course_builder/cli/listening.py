"""A port to answer on: the one asked for, or the first that is free."""

import errno
import socket
from ipaddress import ip_address

from course_builder.cli.failures import MachineSaidNo
from course_builder.cli.words import Say, Text

HOST = "127.0.0.1"
PORT = 8765
PORTS_TRIED = 20
PORT_TAKEN = Text(
    "Port {port} är upptagen. Välj en annan med --port.", "Port {port} is taken. Choose another with --port."
)
NO_SUCH_HOST = Text(
    "Datorn har inte adressen {host}. Skriv en som den har, till exempel 127.0.0.1.",
    "This machine does not have the address {host}. Write one that it has, for example 127.0.0.1.",
)
PORT_HELP = Text(
    "Porten att svara på (annars 8765 eller nästa lediga).",
    "The port to answer on (else 8765 or the next free).",
)
BACKLOG = 512


def listen(host: str, port: int | None, say: Say) -> socket.socket:
    """Raises MachineSaidNo when there is no port to be had."""
    for number in [port] if port is not None else range(PORT, PORT + PORTS_TRIED):
        try:
            return socket.create_server((host, number), family=_family(host), backlog=BACKLOG)
        except socket.gaierror:
            raise MachineSaidNo(say(NO_SUCH_HOST, host=host)) from None
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise MachineSaidNo(say(NO_SUCH_HOST, host=host)) from None
            if error.errno != errno.EADDRINUSE:
                raise
    raise MachineSaidNo(say(PORT_TAKEN, port=port or f"{PORT}–{PORT + PORTS_TRIED - 1}"))


def on_this_machine_only(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(listener: socket.socket, path: str) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{path}"


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
