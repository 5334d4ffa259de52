"""The coordinator's first page names what is missing, for her part of the region and no more."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

from flask.testing import FlaskClient
from openpyxl import load_workbook

from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Source
from course_builder.learning.renewal import decide
from course_builder.learning.requirements import require
from course_builder.paths.shipped import TEMPLATES
from course_builder.people.models import Role
from course_builder.post import outbox
from course_builder.web.coverage_words import words
from tests.web.region import HIDDEN, Region, both

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
COURSE = "grundutbildning"


def asked_of_reps(region: Region) -> None:
    with region.database.writing() as session:
        require(session, COURSE, NOW, None, role=Role.REP, within_days=90)


def done(region: Region, key: str, on: date, source: Source = Source.PORTAL) -> None:
    with region.database.writing() as session:
        record_elsewhere(session, region.people[key], COURSE, on, True, source, f"{key}{on}", None, NOW)


def stats(page: str) -> list[tuple[str, str]]:
    """Each figure with the words after it."""
    found = re.findall(r'<li class="card stat[^"]*"><b>(\d+)</b><span>(.*?)</span>', page, re.S)
    return [(number, " ".join(re.sub(r"<[^>]+>", "", words).split())) for number, words in found]


def heads(page: str) -> list[str]:
    return re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', page)


@both
def test_the_first_page_names_units_without_a_rep_and_counts_the_rest(region: Region) -> None:
    asked_of_reps(region)
    done(region, "rep", date(2026, 3, 1))
    page = region.as_("coordinator").get("/coverage").text
    assert stats(page) == [
        ("1", "enhet utan ombud, av 3"),
        ("1", "ombud att utbilda, av 2. 1 har inte gått utbildningen, för 0 är det dags för uppdatering."),
        ("0", "chefer är utbildade, av 2"),
        ("0", "brev kom inte fram"),
    ]
    assert heads(page) == ["Barnakuten", "Norra förvaltningen", "Södra förvaltningen"]
    assert "Har inte haft något ombud" in page
    assert re.findall(r"<li><span>([^<]+)</span><svg", page) == [
        "Norra förvaltningen: 1 av 2 enheter har ombud", "Södra förvaltningen: 1 av 1 enheter har ombud",
    ]  # fmt: skip


def test_a_part_of_the_region_is_a_page_of_its_own(region: Region) -> None:
    page = region.as_("coordinator").get(f"/coverage?unit={region.units['south']}").text
    assert stats(page)[0] == ("0", "enheter utan ombud, av 1")
    assert "Alla enheter har ombud." in page
    assert f'<a href="/coverage?unit={region.units["region"]}">Region Exempel</a>' in page


def test_another_part_is_not_there(region: Region) -> None:
    """trust 35"""
    south = region.as_("coordinator2")
    assert south.get("/coverage").status_code == 200
    assert "Norra" not in south.get("/coverage").text
    for address in ("/coverage", "/coverage/units", "/coverage/reps", "/coverage/managers", "/coverage/mail",
                    "/coverage/units/export", "/coverage/reps/export", "/coverage/mail/export"):  # fmt: skip
        for unit in (region.units["north"], region.units["clinic"], region.units["region"], 99999, "x"):
            if unit != "x":
                assert south.get(f"{address}?unit={unit}").status_code == 404, (address, unit)


def test_only_a_coordinator_comes_here(region: Region) -> None:
    for key in ("employee", "rep", "manager", "trainer", "admin", "external"):
        assert region.as_(key).get("/coverage").status_code == 404, key


def test_what_nobody_asked_is_not_counted_against_anyone(region: Region) -> None:
    page = region.as_("coordinator").get("/coverage").text
    assert stats(page)[1] == ("2", "ombud. Ingen kurs är begärd för ombuden än.")
    assert "Ingen kurs är begärd för dem än." in region.as_("coordinator").get("/coverage/reps").text


def test_a_completion_from_the_portal_counts_and_grows_old_only_by_decision(region: Region) -> None:
    asked_of_reps(region)
    done(region, "rep", date(2023, 3, 1))
    client = region.as_("coordinator")
    page = client.get("/coverage/reps").text
    assert heads(page) == ["Bo Ombud"]
    with region.database.writing() as session:
        decide(
            session,
            COURSE,
            months=36,
            fixed=None,
            window_days=60,
            refresher_course_id=None,
            decision="RS 2026-1",
        )
    page = client.get("/coverage/reps").text
    assert heads(page) == ["Bo Ombud", "Anna Ombud"]
    assert "Dags för uppdatering" in page
    assert "1 mars 2023" in page
    for word in ("utgången", "försenad", "röd", "chip bad", "saknas"):
        assert word not in page


def test_no_list_from_the_portal_means_nobody_knows(region: Region) -> None:
    with region.database.writing() as session:
        require(session, "kurs-i-portalen", NOW, None, role=Role.REP)
    page = region.as_("coordinator").get("/coverage").text
    assert "Vet inte om 2: portalen har inte lämnat någon lista." in page
    listed = region.as_("coordinator").get("/coverage/reps").text
    assert listed.count("Vet inte") == 2
    assert "Har inte gått" not in listed


def test_a_protected_person_is_in_no_list(region: Region) -> None:
    asked_of_reps(region)
    with region.database.writing() as session:
        outbox.write(session, "sigrid@exempel.se", "x", "x", "reminder", None, NOW, region.people["hidden"])
        outbox.write(session, "anna@exempel.se", "x", "x", "reminder", None, NOW, region.people["rep"])
        for letter in (1, 2):
            outbox.take(session, letter, NOW + timedelta(days=1))
            outbox.mark(session, letter, NOW, "550 no such user anna@exempel.se", again=False)
    client = region.as_("coordinator")
    page = client.get("/coverage/mail").text
    assert "anna@exempel.se" in page
    assert "550 no such user …" in page
    everything = [page, client.get("/coverage").text]
    for address in ("mail", "reps", "managers"):
        everything.append(str(rows(client, f"/coverage/{address}/export?names=yes")))
        everything.append(client.get(f"/coverage/{address}/export?names=yes&format=csv").text)
    for text in everything:
        assert "sigrid" not in text.lower()
        assert HIDDEN not in text


def rows(client: FlaskClient, address: str) -> list[tuple[object, ...]]:
    answer = client.get(address)
    assert answer.status_code == 200
    sheet = load_workbook(BytesIO(answer.data)).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_lists_are_without_names_unless_asked_and_never_count_few(region: Region) -> None:
    """trust 43"""
    asked_of_reps(region)
    done(region, "rep", date(2026, 3, 1))
    client = region.as_("coordinator")
    assert rows(client, "/coverage/reps/export") == [
        ("Del av", "Antal", "Utbildad"),
        ("Norra förvaltningen", "färre än 5", "visas inte"),
        ("Södra förvaltningen", "färre än 5", "visas inte"),
        ("Region Exempel", "färre än 5", "visas inte"),
    ]
    named = rows(client, "/coverage/reps/export?names=yes")
    assert named[0] == ("Namn", "Enhet", "Uppdrag sedan", "Utbildning", "Senast genomförd")
    assert [(row[0], row[3]) for row in named[1:]] == [
        ("Anna Ombud", "Utbildad"),
        ("Bo Ombud", "Har inte gått utbildningen"),
    ]
    assert rows(client, "/coverage/units/export") == [
        ("Enhet", "Del av", "Varför", "Sedan"),
        ("Barnakuten", "Norra förvaltningen", "Har inte haft något ombud", None),
    ]
    assert client.get("/coverage/reps/export?format=exe").status_code == 404


def test_english(region: Region) -> None:
    page = region.as_("coordinator").get("/coverage?lang=en").text
    assert stats(page)[0] == ("1", "unit without a representative, of 3")


def test_every_letter_that_is_written_has_a_name(region: Region) -> None:
    """A letter that did not arrive is told of by what it was about, never by a word of the program."""
    purposes = {path.name.split(".")[0] for path in (TEMPLATES / "mail").glob("*.txt")}
    with region.app.test_request_context():
        said = words()
        assert {one for one in purposes if said(one) == one} == set()
