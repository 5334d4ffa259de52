"""Serve an author's pages on this machine only, until Ctrl-C."""

import sys
import webbrowser

import click
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from course_builder.cli.failures import FINE, MachineSaidNo
from course_builder.cli.listening import HOST, address, listen
from course_builder.cli.words import Say, Text
from course_builder.paths.shipped import BUILT

ADDRESS = Text("{what}: {address}  (avsluta med Ctrl-C)", "{what}: {address}  (stop with Ctrl-C)")
NO_ASSETS = Text(
    "Webbfilerna är inte byggda. Kör npm run build i källkodens mapp, eller installera om.",
    "The browser files are not built. Run npm run build in the source folder, or install again.",
)


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """A person who reads pages needs no log of them."""


def serve(app: Flask, path: str, what: str, port: int | None, say: Say, look: bool = False) -> int:
    """`look`: open the address, when there is a person at the terminal."""
    built(say)
    with listen(HOST, port, say) as listener:  # werkzeug works on a copy
        where = address(listener, path)
        server = make_server(
            HOST, listener.getsockname()[1], app, threaded=True, request_handler=Quiet, fd=listener.fileno()
        )
    click.echo(say(ADDRESS, what=what, address=where))
    sys.stdout.flush()
    if look and sys.stdout.isatty():
        webbrowser.open(where)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo()
    finally:
        server.server_close()
    return FINE


def built(say: Say) -> None:
    if not (BUILT / "manifest.json").exists():
        raise MachineSaidNo(say(NO_ASSETS))
