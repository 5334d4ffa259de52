import pytest

from course_builder.database.store import Database
from course_builder.people import groups, persons
from course_builder.people.models import Role
from course_builder.people.refused import Refused
from tests.people.place import acting, region, somebody


def test_trainers_join_and_leave(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        tove, sigrid = (
            somebody(session, name, units["region"]) for name in ("Tove Utbildare", "Sigrid Skyddad")
        )
        adam = somebody(session, "Adam Administratör")
        persons.protect(session, sigrid, adam)
        group = groups.add(session, "  Utbildare norr ")
        for person in (tove, tove, sigrid):
            groups.join(session, group.id, person.id)
        groups.add(session, "Andra")
        karin = acting(tove, Role.COORDINATOR, units["region"])
        assert [(one.name, many) for one, many in groups.all_groups(session)] == [
            ("Andra", 0),
            ("Utbildare norr", 2),
        ]
        assert groups.members(session, karin, group.id) == [tove]
        assert groups.members(session, acting(adam, Role.ADMIN, units["region"]), group.id) == [sigrid, tove]
        groups.leave(session, group.id, tove.id)
        assert groups.members(session, karin, group.id) == []


def test_a_name_is_one_groups(database: Database) -> None:
    with database.writing() as session:
        group = groups.add(session, "Utbildare")
        other = groups.add(session, "Andra")
        groups.rename(session, group, "Utbildare")
        for name in ("Utbildare", " "):
            with pytest.raises(Refused):
                groups.rename(session, other, name)
