"""`python -m bench.load.bare URL`: an insert without sign-in, checks or marking, to measure ours against."""

import socket
import sys

from flask import Flask, jsonify, request
from sqlalchemy import text

from course_builder.cli.server import Server
from course_builder.database.store import Database

INSERT = text("INSERT INTO bare (given) VALUES (:given)")


def make() -> Flask:
    database = Database(sys.argv[1])
    app = Flask(__name__)

    @app.post("/answer")
    def answer():  # type: ignore[no-untyped-def]
        with database.writing() as session:
            session.connection().execute(INSERT, {"given": str(request.get_json()["given"])})
        return jsonify(saved=True)

    return app


def main() -> None:
    database = Database(sys.argv[1])
    with database.writing() as session:
        number = "INTEGER PRIMARY KEY" if database.is_sqlite else "BIGSERIAL PRIMARY KEY"
        session.execute(text(f"CREATE TABLE bare (id {number}, given TEXT)"))
    one = database.is_sqlite
    database.close()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        Server(make, listener, 32, 1 if one else 2, lambda: print("port", port, flush=True)).run()


main()
