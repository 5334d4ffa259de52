"""Numbers that come from outside: one that no table can hold names nothing, and is no fault of ours."""

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

MOST = 2**31 - 1
"""What the integers of both databases hold."""


class Number(IntegerConverter):
    """`<int:...>` of an address; a greater one is an address that is not there."""

    def __init__(self, among: Map, *args: Any, **options: Any) -> None:
        super().__init__(among, *args, **{"max": MOST, **options})


def add_to(app: Flask) -> None:
    app.url_map.converters["int"] = Number
