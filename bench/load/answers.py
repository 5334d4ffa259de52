"""How many graded answers a second are stored for good, and that every one of them is there afterwards."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select, text

from bench.load.client import Heard, all_at_once, get, post
from bench.load.school import Pupil, school
from bench.load.serving import application, bare
from bench.table import show
from course_builder.database.store import Database
from course_builder.learning.models import Answer
from course_builder.settings import Settings
from tests.database.server import DURABLE, running

CLIENTS = 20
QUESTIONS = 600
SECONDS = 10
MOODLE = 66


def load(folder: Path) -> None:
    rows = [["Moodle 4.5", f"{MOODLE}/s", "", "", ""]]
    pages = []
    with ExitStack() as stack:
        server = stack.enter_context(running(DURABLE))
        server.run("CREATE DATABASE ours")
        server.run("CREATE DATABASE bare")
        places = {
            "SQLite": ("", f"sqlite:///{folder / 'bare.sqlite'}"),
            "PostgreSQL": (server.url("ours"), server.url("bare")),
        }
        for name, (url, bare_url) in places.items():
            settings = replace(Settings(), data=str(folder / name), database_url=url)
            heard, page = _measure(settings, folder / name)
            plain = _bare(folder, bare_url)
            rows.append(_row(name, heard, plain))
            pages += [
                [name, path, f"{1000 * one.at(0.5):.1f} ms", f"{1000 * one.at(0.95):.1f} ms"]
                for path, one in page
            ]
    show(
        f"Graded answers from {CLIENTS} signed-in clients (goal: 660/s, p99 under 250 ms, every one found afterwards)",
        ["", "stored", "p99", "lost", "of a bare insert"],
        rows,
    )
    show(
        "Pages of a learner, one client (goal: median under 15 ms; Moodle 47-53 ms)",
        ["", "page", "median", "p95"],
        pages,
    )


def _measure(settings: Settings, folder: Path) -> tuple[tuple[Heard, int], list[tuple[str, Heard]]]:
    pupils = school(settings, folder, CLIENTS, QUESTIONS)
    (reader,) = school(settings, folder, 1, 10, "sidor")
    environ = {"COURSE_BUILDER_DATA": settings.data, "DATABASE_URL": settings.database_url}
    with application(environ, folder) as port:
        _warm(port, pupils)
        heard = all_at_once(port, [pupil.requests() for pupil in pupils], SECONDS)
        pages = [
            (path, _fine(all_at_once(port, [[get(path, reader.token)] * 100], 20)))
            for path in ("/mine", f"/learn/{reader.course_id}/", "/catalogue")
        ]
    return (heard, _lost(settings, heard)), pages


def _fine(heard: Heard) -> Heard:
    if heard.refused:
        raise RuntimeError(f"refused: {heard.refused[:3]}")
    return heard


def _warm(port: int, pupils: list[Pupil]) -> None:
    all_at_once(port, [[get(f"/learn/{pupil.course_id}/", pupil.token)] * 3 for pupil in pupils], 20)


def _lost(settings: Settings, heard: Heard) -> int:
    database = Database(settings.database)
    with database.reading() as session:
        stored = session.scalar(select(func.count()).select_from(Answer)) or 0
        right = session.scalar(select(func.count()).where(Answer.mark == 1)) or 0
    database.close()
    if heard.refused or right != stored:
        raise RuntimeError(f"refused: {heard.refused[:3]}, right: {right} of {stored}")
    return len(heard.times) - stored


def _bare(folder: Path, url: str) -> Heard:
    with bare(folder, url) as port:
        work = [[post("/answer", "", "", {"given": "b"})] * QUESTIONS for _ in range(CLIENTS)]
        heard = all_at_once(port, work, SECONDS)
    database = Database(url)
    with database.reading() as session:
        if session.scalar(text("SELECT count(*) FROM bare")) != len(heard.times):
            raise RuntimeError("the bare insert lost something")
    database.close()
    return heard


def _row(name: str, measured: tuple[Heard, int], plain: Heard) -> list[str]:
    heard, lost = measured
    return [
        name,
        f"{heard.rate:.0f}/s",
        f"{1000 * heard.at(0.99):.0f} ms",
        str(lost),
        f"{heard.rate / plain.rate:.0%} of {plain.rate:.0f}/s",
    ]
