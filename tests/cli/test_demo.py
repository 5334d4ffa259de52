"""The demo region: what is in it, that it is made in an empty place only, and that nobody outside the machine reaches it."""

import subprocess
import sys
import urllib.request
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.cli.demo_region import places
from course_builder.cli.demo_region.making import make
from course_builder.database.migrate import up_to_date
from course_builder.database.store import Database
from course_builder.learning.models import Certificate, Completion, Enrolment
from course_builder.learning.verify import verify
from course_builder.library.media_folder import FolderStore
from course_builder.meetings.actions import open_actions
from course_builder.meetings.models import Attendee, Meeting
from course_builder.people.models import Account, Appointment, Person, Role, Unit
from course_builder.people.vacancies import vacancies
from course_builder.portal.models import ListRow

COMMAND = str(Path(sys.executable).parent / "course-builder")
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
FIRST = "Hassan Hedmo"


def call(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"COURSE_BUILDER_DATA": str(folder), "PATH": "/usr/bin:/bin"}
    return subprocess.run([COMMAND, *words], env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "region"
    done = call(folder, "demo")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def number(session: Session, table: type[object]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_region(database: Database, tmp_path: Path) -> None:
    make(database, FolderStore(tmp_path / "media"), NOW)
    with database.reading() as session:
        assert number(session, Person) == 60
        assert len(places.leaves()) == 12
        assert {depth.count("/") for depth in session.scalars(select(Unit.path))} == {2, 3, 4}
        assert set(session.scalars(select(Appointment.role))) == set(Role)
        found = vacancies(session, NOW.date())
        assert sorted(one.name for one in found) == sorted(places.WITHOUT_REP)
        assert number(session, Certificate) == 4
        halfway = select(func.count()).select_from(Enrolment).where(Enrolment.done.is_(None))
        assert session.scalar(halfway) == 2
        assert Counter(session.scalars(select(Completion.source))) == {"portal": 10, "apt": 20, "here": 4}
        assert Counter(session.scalars(select(ListRow.state))) == {"taken": 19, "unmatched": 2}
        merged = session.scalars(select(Unit).where(Unit.name == places.MERGED)).one()
        assert merged.successor_id is not None
        assert session.scalars(select(Person.protected).where(Person.protected)).all() == [True]
        assert session.scalar(select(func.count()).where(Appointment.paused_from.is_not(None))) == 1
        assert [str(one) for one in verify(session)] == []
        states = {one.state[:2]: one.state for one in session.scalars(select(Enrolment))}
        assert sorted(states) == ["1-", "1c"]
        assert len(states["1c"].split(";")[2]) > len(states["1-"].split(";")[2]) > 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_hour_has_been_held_and_the_next_one_can_be_run(database: Database, tmp_path: Path) -> None:
    make(database, FolderStore(tmp_path / "media"), NOW)
    with database.reading() as session:
        held, coming = session.scalars(select(Meeting).order_by(Meeting.starts))
        assert (held.ended is not None, coming.began, coming.unit_id) == (True, None, held.unit_id)
        listed = session.scalars(select(Attendee).where(Attendee.meeting_id == held.id)).all()
        assert (sum(one.took_part for one in listed), len(listed)) == (11, 14)
        assert sum(one.completion_seq is not None for one in listed) == 11
        assert len(open_actions(session, held.unit_id)) == 2
        assert coming.plan[0]["id"] == "actions"
        assert timedelta(days=2) < coming.starts - NOW < timedelta(days=10)
        shown = set(session.scalars(select(Account.person_id).where(Account.demo)))
        assert coming.leader_ids <= shown


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_same_people_do_the_same_things_whatever_day_it_is(database: Database, tmp_path: Path) -> None:
    later = NOW + timedelta(days=500)
    make(database, FolderStore(tmp_path / "media"), later)
    with database.reading() as session:
        assert session.scalars(select(Person.name).order_by(Person.id)).first() == FIRST
        assert number(session, Completion) == 34
        assert session.scalar(select(func.max(Completion.on))) < later.date()  # type: ignore[operator]
        assert len(vacancies(session, later.date())) == 2


def test_it_is_made_once(place: Path) -> None:
    again = call(place, "demo")
    assert (again.returncode, again.stdout) == (0, f"Demoregionen finns redan i {place}.\n")
    assert [one.name for one in place.parent.iterdir()] == ["region"]


def test_it_is_never_made_where_somebody_is(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/course_builder.sqlite")
    up_to_date(database)
    with database.writing() as session:
        session.add(Account(person=Person(name="Anna Exempel"), created=NOW))
    database.close()
    done = call(tmp_path, "demo")
    assert done.returncode == 3
    assert done.stderr.startswith(f"Databasen i {tmp_path} används redan.")


def test_it_is_not_shown_outside_this_machine(place: Path) -> None:
    done = call(place, "run", "--host", "0.0.0.0", "--port", "0")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Databasen har demokonton som vem som helst kan logga in med.")


def test_the_sign_in_page_lists_somebody_in_each_role(place: Path) -> None:
    environment = {"COURSE_BUILDER_DATA": str(place), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        [COMMAND, "run", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[1]
        with urllib.request.urlopen(f"{address}sign-in") as answer:
            page = answer.read().decode()
        server.terminate()
        assert server.wait() == 0
    assert page.count('action="/sign-in/demo"') == 11
    for role in (
        "samordnare",
        "ombud",
        "chef",
        "utbildare",
        "administratör",
        "medarbetare",
        "förtroendevald",
        "extern",
    ):
        assert f", {role}" in page


def test_demo_accounts_have_no_password(place: Path) -> None:
    database = Database(f"sqlite:///{place}/course_builder.sqlite")
    with database.reading() as session:
        assert set(session.scalars(select(Account.password_hash).where(Account.demo))) == {None}
    database.close()
