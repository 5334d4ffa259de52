"""Every address of the application, with things in it that are there and belong to the northern administration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from flask import url_for
from sqlalchemy.orm import Session
from werkzeug.routing import AnyConverter, Rule

from course_builder.learning.models import Attempt, Certificate, Completion, Enrolment, Requirement
from course_builder.library.drafts.folders import REGISTER
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import create, save
from course_builder.library.review import comments, links
from course_builder.library.review.models import AcceptedWarning
from course_builder.library.uploads import receiving
from course_builder.meetings.models import AgreedAction, Attendee
from course_builder.people.models import Appointment, Change, Role
from course_builder.portal.models import ListRow
from course_builder.post.models import Letter
from course_builder.reports.models import DisclosedRecord, Disclosure, DisposalRule, GivenOut, RecordKind
from tests.library.uploads.honest import film
from tests.meetings.held import made as planned
from tests.web.learned import COURSE, made
from tests.web.region import MONDAY, PEOPLE, SINCE, Region

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
ROLES = ("anonymous", *PEOPLE)
ARTICLE = "12:\n  title: Barnets röst\n  says: Barnet får säga sitt.\n"
LIST = "E-post;Kurs;Datum;Resultat\nanna.ombud@exempel.se;liten;2026-11-01;godkänd\nokand@exempel.se;liten;2026-11-01;godkänd\n"


@dataclass
class Walk:
    """`values` says what stands in an address, by the name of its argument; of fixed words the first is taken."""

    region: Region
    values: Mapping[str, object]

    def rules(self) -> list[Rule]:
        found = [rule for rule in self.region.app.url_map.iter_rules() if rule.endpoint != "static"]
        return sorted(found, key=lambda rule: (rule.rule, sorted(rule.methods or ())))

    def addresses(self, *methods: str) -> Iterator[tuple[str, str, str]]:
        """Method, pattern and address of each that answers to one of the methods."""
        for rule in self.rules():
            for method in sorted((rule.methods or set()) & set(methods)):
                yield method, rule.rule, self.address(rule)

    def address(self, rule: Rule) -> str:
        words = {name: one for name, one in rule._converters.items() if isinstance(one, AnyConverter)}
        known = {**self.values, **{name: min(one.items) for name, one in words.items()}}
        unknown = rule.arguments - known.keys()
        assert not unknown, f"{rule.endpoint}: say in tests/web/walk.py what {sorted(unknown)} may be"
        with self.region.app.test_request_context():
            return url_for(rule.endpoint, **{name: known[name] for name in rule.arguments})


@pytest.fixture
def walk(region: Region, tmp_path: Path) -> Walk:
    """The region with a course taken and completed by Anna Ombud, a list brought in, a letter and everything else
    that an address can name."""
    learned = made(region, tmp_path)
    learned.complete("rep")
    learned.open("employee")
    list_id, row_id = _brought(region)
    hour = planned(region)
    with region.database.writing() as session:
        letter = Letter(
            to="x@exempel.se",
            subject="Hej",
            body="",
            purpose="reminder",
            state="failed",
            written=MONDAY,
            due=MONDAY,
        )
        session.add(letter)
        session.flush()
        certificate = session.query(Certificate).first()
        completion = session.query(Completion).filter_by(person_id=region.people["rep"]).first()
        attempt = session.query(Attempt).join(Enrolment).filter_by(person_id=region.people["rep"]).first()
        appointment = session.query(Appointment).filter_by(person_id=region.people["rep"]).one()
        create(session, Kind.REGISTER, REGISTER, {"crc.yaml": ARTICLE}, None, None, MONDAY)
        values = {
            **_disclosed(session, region),
            **_reviewed(session),
            **_filmed(session, region),
            "action_id": _agreed(session, region, hour.meeting_id),
            "appointment_id": appointment.id,
            "attendee_id": session.query(Attendee).filter_by(meeting_id=hour.meeting_id).first().id,
            "attempt_id": attempt.id if attempt else 0,
            "certificate_id": certificate.id if certificate else "0" * 32,
            "change_id": _changed(session, region),
            "course_id": COURSE,
            "door": "0" * 32,
            "format_name": "scorm12",
            "group_id": region.groups["north"],
            "key": "12",
            "letter_id": letter.id,
            "list_id": list_id,
            "meeting_id": hour.meeting_id,
            "name": COURSE,
            "number": 1,
            "part": "start.md",
            "path": "index.html",
            "person_id": region.people["rep"],
            "place": "media/film.mp4",
            "release_id": learned.release.id,
            "revision": 1,
            "round_id": "0" * 32,
            "row_id": row_id,
            "seq": completion.event_seq if completion else 0,
            "unit_id": region.units["clinic"],
            "wall": "0" * 32,
            "way": "ABC234",
            "year": MONDAY.year,
        }
    return Walk(region, values)


def _agreed(session: Session, region: Region, meeting_id: int) -> int:
    """An action of the clinic's, that is open."""
    made = AgreedAction(
        unit_id=region.units["clinic"], meeting_id=meeting_id, key="pallen-1", what="En pall", responsible="Receptionen",
        made=MONDAY.date(),
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made.id


def _changed(session: Session, region: Region) -> int:
    made = Change(
        at=MONDAY,
        by_id=region.people["coordinator"],
        page="unit",
        page_id=region.units["clinic"],
        rows=[],
    )
    session.add(made)
    session.flush()
    return made.id


def _disclosed(session: Session, region: Region) -> dict[str, object]:
    """A disclosure of the north's, with a record and a file that was given out; a rule of disposal; a requirement."""
    who, unit_id = region.people["coordinator"], region.units["north"]
    kept = Disclosure(reference="R 1", asked_for="Allt", unit_id=unit_id, made=MONDAY, made_by_id=who)
    rule = DisposalRule(what="letters", months=12, decision="R 2", decided=SINCE, made=MONDAY, made_by_id=who)
    requirement = Requirement(course_id=COURSE, unit_id=unit_id, made=MONDAY, made_by_id=who)
    session.add_all([kept, rule, requirement])
    session.flush()
    record = DisclosedRecord(disclosure_id=kept.id, kind=RecordKind.COMPLETION, of="1", original={})
    given = GivenOut(
        disclosure_id=kept.id, name="r.csv", media_type="text/csv", content=b"x", sha256="0" * 64, records=1, masked=0,
        at=MONDAY, by_id=who,
    )  # fmt: skip
    session.add_all([record, given])
    session.flush()
    ids = {"disclosure_id": kept.id, "record_id": record.id, "file_id": given.id}
    return {**ids, "rule_id": rule.id, "requirement_id": requirement.id}


def _filmed(session: Session, region: Region) -> dict[str, object]:
    """A film in the draft of the course, and another that the trainer is uploading."""
    course = draft(session, Kind.COURSE, COURSE)
    assert course is not None
    made = region.app.extensions["media_store"].put(BytesIO(film("film.mp4")))
    block = "# Film\n\n```film\nid: filmen\nfile: media/film.mp4\nlength: 0:02\n```\n"
    save(
        session, course, {"media/film.mp4": made, "film.md": block}, course.head, Verb.ADDED, "", None, MONDAY
    )
    upload = receiving.begin(session, course, "film.mp4", 100, region.people["trainer"], MONDAY)
    return {"sha256": made.sha256, "film": made.sha256, "upload_token": upload.token}


def _reviewed(session: Session) -> dict[str, object]:
    """A comment on the draft of the course, a link that shows it, and a warning that was let stand."""
    course = draft(session, Kind.COURSE, COURSE)
    assert course is not None
    comment = comments.write(session, course, comments.Anchor("ett.md"), "Bra.", comments.Author("A"), MONDAY)
    link, token = links.make(session, course, "Gun", 90, True, None, MONDAY)
    accepted = AcceptedWarning(
        draft_id=course.id, mark="0" * 64, path="ett.md", sv="", en="", reason="", made_on=MONDAY
    )
    session.add(accepted)
    session.flush()
    return {"comment_id": comment.id, "link_id": link.id, "token": token, "accepted_id": accepted.id}


def _brought(region: Region) -> tuple[int, int]:
    """A list of completions that is taken in, and a row of it that nobody was known for."""
    karin = region.as_("coordinator")
    file = {"file": (BytesIO(LIST.encode()), "lista.csv"), "portal": "Portalen", "source": "portal"}
    address = karin.post("/completions/new", data=file).location
    assert address is not None
    karin.post(f"{address}/take", data={})
    with region.database.reading() as session:
        row = session.query(ListRow).first()
        return int(address.rsplit("/", 1)[1]), row.id if row else 0


def everything(region: Region, key: str) -> None:
    """Gives the person every appointment there is, at the top."""
    with region.database.writing() as session:
        held = {one.role for one in session.query(Appointment).filter_by(person_id=region.people[key])}
        session.add_all(
            Appointment(person_id=region.people[key], unit_id=region.units["region"], role=role, starts=SINCE)
            for role in Role
            if role not in held
        )
