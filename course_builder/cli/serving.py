"""Serve pages on this machine only, until Ctrl-C."""

import errno
import socket
import sys
import webbrowser

import click
from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from course_builder.cli.failures import FINE, MachineSaidNo
from course_builder.cli.words import Say, Text
from course_builder.paths.shipped import BUILT

HOST = "127.0.0.1"
PORT = 8765
PORTS_TRIED = 20
ADDRESS = Text("{what}: {address}  (avsluta med Ctrl-C)", "{what}: {address}  (stop with Ctrl-C)")
PORT_TAKEN = Text(
    "Port {port} är upptagen. Välj en annan med --port.", "Port {port} is taken. Choose another with --port."
)
NO_ASSETS = Text(
    "Webbfilerna är inte byggda. Kör npm run build i källkodens mapp, eller installera om.",
    "The browser files are not built. Run npm run build in the source folder, or install again.",
)
PORT_HELP = Text(
    "Porten att svara på (annars 8765 eller nästa lediga).",
    "The port to answer on (else 8765 or the next free).",
)


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """A person who reads pages needs no log of them."""


def serve(app: Flask, path: str, what: str, port: int | None, say: Say, look: bool = False) -> int:
    """`look`: open the address, when there is a person at the terminal."""
    if not (BUILT / "manifest.json").exists():
        raise MachineSaidNo(say(NO_ASSETS))
    server = _server(app, port, say)
    address = f"http://{HOST}:{server.port}{path}"
    click.echo(say(ADDRESS, what=what, address=address))
    sys.stdout.flush()
    if look and sys.stdout.isatty():
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo()
    finally:
        server.server_close()
    return FINE


def _server(app: Flask, port: int | None, say: Say) -> BaseWSGIServer:
    for number in [port] if port is not None else range(PORT, PORT + PORTS_TRIED):
        try:
            listener = socket.create_server((HOST, number))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            continue
        with listener:  # werkzeug works on a copy
            return make_server(HOST, number, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
    raise MachineSaidNo(say(PORT_TAKEN, port=port or f"{PORT}–{PORT + PORTS_TRIED - 1}"))
