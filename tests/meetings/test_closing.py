"""The end of an hour: by two leaders at once it is ended once; what is only a film discussion completes no course."""

from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from course_builder.learning.models import Completion, Event
from course_builder.learning.verify import verify
from course_builder.library.gather import gather
from course_builder.library.models import Change
from course_builder.library.ready import keep_media
from course_builder.library.releases import release
from course_builder.meetings import absent, attendance, guests
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.closing import close
from course_builder.meetings.crediting import counts
from course_builder.meetings.models import Meeting
from course_builder.people.actors import actor_of
from course_builder.people.refused import Refused
from tests.meetings.held import Held
from tests.web.region import both

pytestmark = both


def tick(held: Held) -> None:
    people, now = held.region.people, held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        for key in ("employee", "rep"):
            row = guests.person_on_list(session, hour, people[key])
            assert row is not None
            attendance.tick(session, hour, row.id, True, How.TICK, people["manager"], now)


def test_two_leaders_end_it_at_once(held: Held) -> None:
    tick(held)
    start = Barrier(2)
    wrong: list[BaseException] = []

    def end(key: str) -> None:
        start.wait()
        try:
            with held.region.database.writing() as session:
                close(session, locked(session, held.meeting_id), held.region.time(), held.region.people[key])
        except Exception as error:
            wrong.append(error)

    leaders = [Thread(target=end, args=[key]) for key in ("manager", "rep")]
    for one in leaders:
        one.start()
    for one in leaders:
        one.join()
    assert wrong == []
    with held.region.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 2
        assert session.scalar(select(func.count()).select_from(Completion)) == 2
        assert list(verify(session)) == []


def test_a_cancelled_hour_is_not_ended(held: Held) -> None:
    tick(held)
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        hour.cancelled = held.region.time()
        close(session, hour, held.region.time(), None)
        assert hour.ended is None
    with held.region.database.reading() as session:
        assert session.scalars(select(Completion)).all() == []


@pytest.fixture
def talk(held: Held, courses: Path) -> Held:
    """The hour is a film discussion of a course that is no hour itself."""
    store = held.region.app.extensions["media_store"]
    ready = keep_media(store, gather(courses / "liten", held.region.time().date()))
    with held.region.database.writing() as session:
        other = release(session, store, ready, Change.FIRST, "", None, held.region.time())
        hour = session.get_one(Meeting, held.meeting_id)
        hour.course_id, hour.release_id = other.course_id, other.id
    return held


def test_a_film_discussion_of_another_course_is_attendance_only(talk: Held) -> None:
    tick(talk)
    now, people = talk.region.time(), talk.region.people
    with talk.region.database.writing() as session:
        hour = locked(session, talk.meeting_id)
        close(session, hour, now, people["manager"])
        assert not counts(session, hour)
        assert attendance.present(session, hour) == 2
    with talk.region.database.reading() as session:
        assert session.scalars(select(Completion)).all() == []
        maria = actor_of(session, talk.region.accounts["manager"], now.date())
        assert maria is not None
    with pytest.raises(Refused, match="on paper"), talk.region.database.writing() as session:
        absent.ask(session, locked(session, talk.meeting_id), maria, [1], now.date(), "", now)


def test_the_page_says_so(talk: Held) -> None:
    page = talk.region.as_("manager").get(f"/apt/{talk.meeting_id}/attendance").text
    assert (
        "Kryssen noteras bara som närvaro: kursen är inte en APT-timme, så den räknas inte som genomförd."
        in page
    )
