"""Records given out: gathered within reach, masked with grounds, given exactly the same again. Disposal only by decision."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.learning import certificates, completions
from course_builder.learning.models import Answer, Enrolment, Source
from course_builder.people import appointments, persons, tree
from course_builder.people.may import Actor, Held
from course_builder.people.models import Role
from course_builder.people.refused import Refused
from course_builder.post.models import Letter
from course_builder.reports import disclosure, disposal, gathering
from course_builder.reports.disclosure import MASK, Chosen
from course_builder.reports.disclosure_sheet import counted, sheet
from course_builder.reports.disposal import What
from course_builder.reports.models import Disclosure, DisposalRule, RecordKind
from course_builder.reports.sheet import as_xlsx
from tests.library.bare import bare_release

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY, SINCE = date(2026, 11, 23), date(2020, 1, 1)
OLD = datetime(2020, 5, 5, tzinfo=UTC)


class Place:
    def __init__(self, database: Database) -> None:
        self.database = database
        with database.writing() as session:
            region = tree.add_unit(session, "Regionen", None, SINCE)
            north, south = (tree.add_unit(session, name, region, SINCE) for name in ("Norr", "Söder"))
            self.paths = {"region": region.path, "north": north.path, "south": south.path}
            self.ids = {"region": region.id, "north": north.id}
            self.people: dict[str, int] = {}
            for name, unit in (("Anna", north), ("Bo", south), ("Sigrid", north), ("Karin", region)):
                person = persons.add(session, f"{name} Exempel", f"{name}@exempel.se".lower(), f"E{name}")
                appointments.appoint(session, person.id, unit, Role.REP, SINCE, mandate="Enligt beslut")
                self.people[name] = person.id
            persons.protect(session, persons.by_email(session, "sigrid@exempel.se"), person)  # type: ignore[arg-type]
            self.release_id = bare_release(session, OLD).id
            for name in ("Anna", "Bo", "Sigrid"):
                completions.record_elsewhere(
                    session,
                    self.people[name],
                    "grund",
                    date(2026, 5, 5),
                    True,
                    Source.PORTAL,
                    name,
                    None,
                    NOW,
                )
        self.actor = Actor(
            self.people["Bo"], 1, "Bo", "sv", (Held(Role.COORDINATOR, region.id, region.path),)
        )

    def begun(self, unit: str = "region") -> int:
        with self.database.writing() as session:
            return disclosure.begin(
                session, "NRS 2026-12", "Uppdrag i Norr", self.ids[unit], self.people["Karin"], NOW
            ).id

    def gather(
        self, disclosure_id: int, *kinds: RecordKind, path: str = "north", within: str = "region"
    ) -> list[dict[str, str]]:
        with self.database.writing() as session:
            found = session.get_one(Disclosure, disclosure_id)
            wanted = gathering.Wanted(paths=(self.paths[path],))
            disclosure.keep(
                session, found, gathering.gather(session, self.actor, kinds, wanted, self.paths[within])
            )
            return [
                dict(one.original) for every in disclosure.records(session, found).values() for one in every
            ]


@pytest.fixture
def place(database: Database) -> Iterator[Place]:
    yield Place(database)


def test_records_are_gathered_without_protected_people_and_once(place: Place) -> None:
    disclosure_id = place.begun()
    first = place.gather(disclosure_id, RecordKind.APPOINTMENT, RecordKind.COMPLETION)
    assert [one["name"] for one in first] == ["Anna Exempel", "Anna Exempel"]
    assert first[0] == {
        "name": "Anna Exempel", "employee_ref": "EAnna", "email": "anna@exempel.se", "unit": "Norr", "role": "barnrättsombud", "title": "",
        "mandate": "Enligt beslut", "from": "2020-01-01", "to": "",
    }  # fmt: skip
    assert (first[1]["course"], first[1]["result"], first[1]["source"]) == (
        "Grundkursen",
        "godkänd",
        "portalen",
    )
    assert place.gather(disclosure_id, RecordKind.APPOINTMENT) == first


def test_nothing_outside_reach_is_gathered(place: Place) -> None:
    assert place.gather(place.begun("north"), *RecordKind, path="region", within="north") == place.gather(
        place.begun("north"), *RecordKind, path="north", within="north"
    )
    with place.database.reading() as session:
        wanted = gathering.Wanted(people=frozenset({place.people["Bo"]}))
        assert gathering.gather(session, place.actor, RecordKind, wanted, place.paths["north"]) == []


def test_a_certificate_is_given_out_without_its_check_code(place: Place) -> None:
    with place.database.writing() as session:
        enrolment = Enrolment(
            person_id=place.people["Anna"], course_id="grund", release_id=place.release_id, started=OLD
        )
        session.add(enrolment)
        session.flush()
        made = completions.completions(session, place.people["Anna"])[0]
        made.source = Source.HERE.value
        code = certificates.issue(session, made, NOW).check_code
    [found] = place.gather(place.begun(), RecordKind.CERTIFICATE)
    assert code not in str(found)
    assert found["issued"] == "2026-11-23"


def test_what_is_masked_is_in_no_cell_and_the_original_stays(place: Place) -> None:
    disclosure_id = place.begun()
    place.gather(disclosure_id, RecordKind.APPOINTMENT)
    with place.database.writing() as session:
        found = session.get_one(Disclosure, disclosure_id)
        [record] = disclosure.records(session, found)[RecordKind.APPOINTMENT]
        with pytest.raises(Refused):
            disclosure.mask(session, found, {record.id: Chosen(frozenset({"email"}), "")})
        disclosure.mask(
            session,
            found,
            {record.id: Chosen(frozenset({"email", "name", "employee_ref"}), "OSL 39 kap. 3 §")},
        )
    with place.database.reading() as session:
        found = session.get_one(Disclosure, disclosure_id)
        records = disclosure.records(session, found)
        [record] = records[RecordKind.APPOINTMENT]
        assert (record.original["email"], disclosure.shown(record)["email"]) == ("anna@exempel.se", MASK)
        assert counted(records) == (1, 3)
        content = as_xlsx(sheet("x", records))
    cells = [cell.value for row in load_workbook(BytesIO(content)).active.rows for cell in row]  # type: ignore[union-attr]
    assert "OSL 39 kap. 3 §" in cells
    assert not any("anna" in str(cell).lower() for cell in cells)


def test_what_was_given_out_is_kept_byte_for_byte_whatever_happens_after(place: Place) -> None:
    disclosure_id = place.begun()
    place.gather(disclosure_id, RecordKind.APPOINTMENT)
    with place.database.writing() as session:
        found = session.get_one(Disclosure, disclosure_id)
        disclosure.give_out(
            session, found, "a.pdf", "application/pdf", b"\x00exakt", (1, 0), place.people["Karin"], NOW
        )
        for record in disclosure.records(session, found)[RecordKind.APPOINTMENT]:
            disclosure.take_out(session, record)
    with place.database.reading() as session:
        [(given, name)] = disclosure.given(session, session.get_one(Disclosure, disclosure_id))
        assert (given.content, given.records, name) == (b"\x00exakt", 1, "Karin Exempel")


@pytest.mark.parametrize(("reference", "words"), [("", "Allt"), ("NRS 1", " "), ("19121212-1212", "Allt")])
def test_a_request_needs_a_reference_and_words_and_no_personnummer(
    place: Place, reference: str, words: str
) -> None:
    with pytest.raises(Refused), place.database.writing() as session:
        disclosure.begin(session, reference, words, place.ids["region"], place.people["Karin"], NOW)


# -- disposal


def rule(place: Place, what: What, months: int = 24, decision: str = "NRS 2026-77") -> int:
    with place.database.writing() as session:
        return disposal.decide(session, what, months, decision, TODAY, place.people["Karin"], NOW).id


def answers(place: Place) -> list[str]:
    with place.database.reading() as session:
        return sorted(session.scalars(select(Answer.key)))


def with_answers(place: Place) -> None:
    with place.database.writing() as session:
        for name, done in (("Anna", OLD), ("Bo", None)):
            enrolment = Enrolment(
                person_id=place.people[name],
                course_id="grund",
                release_id=place.release_id,
                started=OLD,
                done=done,
            )
            session.add(enrolment)
            session.flush()
            session.add_all(
                Answer(
                    enrolment_id=enrolment.id, question_id=key, given='"a"', stored=at, key=f"{name}-{key}"
                )
                for key, at in (("gammal", OLD), ("ny", NOW))
            )


@pytest.mark.parametrize(("months", "decision"), [(24, " "), (0, "NRS 1"), (24, "19121212-1212")])
def test_there_is_no_rule_without_a_decision(place: Place, months: int, decision: str) -> None:
    with pytest.raises(Refused):
        rule(place, What.ANSWERS, months, decision)


def test_disposal_takes_what_was_looked_at_and_leaves_a_line(place: Place) -> None:
    with_answers(place)
    rule_id = rule(place, What.ANSWERS)
    with place.database.reading() as session:
        found = disposal.dry_run(session, session.get_one(DisposalRule, rule_id), TODAY)
    assert (found.before, len(found.keys)) == (date(2024, 11, 23), 1)
    assert len(answers(place)) == 4
    with pytest.raises(Refused), place.database.writing() as session:
        disposal.dispose(
            session, session.get_one(DisposalRule, rule_id), "annat", place.people["Karin"], NOW, TODAY
        )
    assert len(answers(place)) == 4
    with place.database.writing() as session:
        disposal.dispose(
            session, session.get_one(DisposalRule, rule_id), found.digest, place.people["Karin"], NOW, TODAY
        )
    assert answers(place) == ["Anna-ny", "Bo-gammal", "Bo-ny"]
    with place.database.reading() as session:
        [(line, name)] = disposal.lines(session)
        assert (line.decision, line.count, line.digest, name) == (
            "NRS 2026-77",
            1,
            found.digest,
            "Karin Exempel",
        )


def test_a_rule_that_has_ended_takes_nothing(place: Place) -> None:
    with_answers(place)
    rule_id = rule(place, What.ANSWERS)
    with place.database.writing() as session:
        one = session.get_one(DisposalRule, rule_id)
        digest = disposal.dry_run(session, one, TODAY).digest
        disposal.end(session, one, NOW)
        with pytest.raises(Refused):
            disposal.dispose(session, one, digest, place.people["Karin"], NOW, TODAY)


def test_of_letters_the_send_log_stays(place: Place) -> None:
    with place.database.writing() as session:
        session.add(
            Letter(
                to="anna@exempel.se",
                subject="Påminnelse",
                body="Det här återstår",
                purpose="reminder",
                key="p1",
                state="sent",
                written=OLD,
                sent=OLD,
                due=OLD,
            )
        )
    rule_id = rule(place, What.LETTERS)
    with place.database.writing() as session:
        one = session.get_one(DisposalRule, rule_id)
        found = disposal.dry_run(session, one, TODAY)
        disposal.dispose(session, one, found.digest, place.people["Karin"], NOW, TODAY)
    with place.database.reading() as session:
        [letter] = session.scalars(select(Letter))
        assert (letter.to, letter.body, letter.key, letter.sent) == ("", "", "p1", OLD)
