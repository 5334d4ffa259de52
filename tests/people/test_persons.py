import pytest
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.people import persons
from course_builder.people.models import Person, Role
from course_builder.people.refused import Refused
from tests.people.place import acting, region, somebody


def test_a_person_is_found_by_the_beginning_of_any_word(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna-Lisa Öberg", units["clinic"])
        somebody(session, "Bo Ek", units["clinic"])
        karin = acting(somebody(session, "Karin Samordnare"), Role.COORDINATOR, units["region"])
        for text in ("anna", "lisa", "ÖB", "öberg ann", "anna-lisa.oberg@exempel.se"):
            assert persons.find(session, karin, text) == [anna], text
        for text in ("", "---", "berg", "anna ek", "oxå"):
            assert persons.find(session, karin, text) == [], text


def test_who_changes_her_name_is_found_by_the_new_one_only(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["clinic"])
        karin = acting(somebody(session, "Karin Samordnare"), Role.COORDINATOR, units["region"])
        persons.change(session, anna, "Anna Nyman", "anna.nyman@exempel.se", "E1")
        assert persons.find(session, karin, "ombud") == []
        assert persons.find(session, karin, "nym") == persons.find(session, karin, "E1") == [anna]
        assert anna.sort_name == "anna nyman"


def test_a_protected_person_is_absent_for_all_but_her_guardian(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        hidden = somebody(session, "Sigrid Skyddad", units["clinic"])
        adam, ada = somebody(session, "Adam Administratör"), somebody(session, "Ada Administratör")
        persons.protect(session, hidden, adam)
        session.flush()
        for person, role, seen in (
            (adam, Role.ADMIN, True),
            (adam, Role.MANAGER, False),
            (ada, Role.ADMIN, False),
            (ada, Role.COORDINATOR, False),
            (hidden, Role.COORDINATOR, False),
        ):
            actor = acting(person, role, units["region"])
            assert (persons.find(session, actor, "sigrid") == [hidden]) is seen
            assert (hidden in persons.page(session, actor)) is seen
            assert (persons.get(session, actor, hidden.id) is hidden) is seen
            rows = session.scalars(select(Person.id).where(persons.visible(session, actor))).all()
            assert (hidden.id in rows) is seen


def test_a_coordinator_of_one_part_finds_nobody_of_another(database: Database) -> None:
    """trust 35"""
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["clinic"])
        bo = somebody(session, "Bo Ombud", units["centre"])
        nobody = somebody(session, "Nils Ombud")
        karin = acting(anna, Role.COORDINATOR, units["north"])
        assert persons.find(session, karin, "ombud") == persons.page(session, karin) == [anna]
        assert [persons.get(session, karin, one.id) for one in (anna, bo, nobody)] == [anna, None, None]
        assert persons.page(session, acting(anna, Role.MANAGER, units["region"])) == []
        assert persons.page(session, acting(anna, Role.ADMIN, units["region"])) == [anna, bo, nobody]


def test_pages_follow_each_other_in_swedish_order(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        names = ["Adam A", "Bo B", "Bo B", "Zara Z", "Åke Å", "Ärla Ä", "Östen Ö"]
        for number, name in enumerate(reversed(names)):
            session.add(Person(name=name, email=f"{number}@exempel.se"))
        session.flush()
        karin = acting(session.scalars(select(Person)).first(), Role.COORDINATOR, units["region"])
        told, after = [], None
        while page := persons.page(session, karin, after, 2):
            told += [person.name for person in page]
            after = (page[-1].sort_name, page[-1].id)
        assert told == names


@pytest.mark.parametrize(
    ("name", "email", "ref", "told"),
    [
        ("811218-9876", None, None, "personnummer"),
        ("Anna 8112189876", None, None, "personnummer"),
        ("Anna", "198112189876@exempel.se", None, "personnummer"),
        ("Anna", None, "19811218-9876", "personnummer"),
        ("", None, None, "name is missing"),
        ("12345", None, None, "name is missing"),
        ("x" * 201, None, None, "200 characters"),
        ("Anna", "anna", None, "not written correctly"),
        ("Anna", "anna@exempel.se, bo@exempel.se", None, "not written correctly"),
        ("Anna", "anna@exempel.se\nbcc: x@y.se", None, "not written correctly"),
        ("Anna", "a" * 1_000_000 + "@exempel.se", None, "not written correctly"),
        ("Anna", None, "x" * 65, "64 characters"),
        ("Anna", "FINNS@exempel.se", None, "belongs to a person already"),
        ("Anna", None, "E7", "belongs to a person already"),
    ],
)
def test_refused_with_the_reason(database: Database, name: str, email: str, ref: str, told: str) -> None:
    with database.writing() as session:
        persons.add(session, "Finns Redan", "finns@exempel.se", "E7")
        with pytest.raises(Refused, match=told) as refused:
            persons.add(session, name, email, ref)
        assert refused.value.words("sv") != refused.value.words("en")


def test_an_address_is_kept_in_small_letters_and_an_empty_one_not_at_all(database: Database) -> None:
    with database.writing() as session:
        anna = persons.add(session, " Anna  Ombud ", " Anna.Ombud@Exempel.SE ", " ")
        assert (anna.name, anna.email, anna.employee_ref) == ("Anna Ombud", "anna.ombud@exempel.se", None)
        assert persons.by_email(session, "ANNA.OMBUD@exempel.se") is anna
        assert persons.add(session, "Bo", "", None).email is None
