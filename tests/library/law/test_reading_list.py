"""A provision changes: every place that cites it is found, and stays to be read until a person has read it."""

from datetime import timedelta

import pytest

from course_builder.content.register import reworded, title
from course_builder.database.store import Database
from course_builder.library import releases
from course_builder.library.drafts.arriving import arrive
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import draft, drafts, text
from course_builder.library.drafts.saving import create, save
from course_builder.library.exports.models import Export
from course_builder.library.folders import check_folder
from course_builder.library.law.citing import cited, citing, how_many
from course_builder.library.law.reading_list import changed, left, reading_list, tick, untick
from course_builder.library.media_folder import FolderStore
from course_builder.paths.shipped import COURSES
from tests.library.conftest import NOON

ENTRY = "law:pl-3-3"


@pytest.fixture
def library(database: Database, store: FolderStore) -> Database:
    arrive(database, store, [COURSES], NOON)
    return database


def write(database: Database, kind: Kind, name: str, path: str, old: str, new: str, minutes: int = 1) -> None:
    with database.writing() as session:
        found = _there(draft(session, kind, name))
        before = text(session, found, path) or ""
        assert old in before
        when = NOON + timedelta(minutes=minutes)
        save(session, found, {path: before.replace(old, new)}, found.head, Verb.EDITED, "", None, when)


def reword(
    database: Database, minutes: int = 1, new: str = "Ordet ”även” säger att barnet informeras först."
) -> None:
    old = "Ordet ”även” visar att barnet är den första mottagaren." if minutes == 1 else "informeras först."
    write(database, Kind.REGISTER, "lagrum", "law.yaml", old, new, minutes)


def _there(found: Draft | None) -> Draft:
    assert found is not None
    return found


@pytest.mark.parametrize("entry", ["law:pl-3-3", "law:barnrattslagen-1", "crc:12", "crc:31"])
def test_every_place_is_found_that_a_search_by_hand_finds(library: Database, entry: str) -> None:
    by_hand = set()
    with library.reading() as session:
        everything = [
            *drafts(session, Kind.COURSE),
            *drafts(session, Kind.SET),
            *drafts(session, Kind.REGISTER),
        ]
        for one in everything:
            tree = COURSES if one.kind == Kind.REGISTER else COURSES.parent / "quizzes" if one.kind == Kind.SET else COURSES / one.name  # fmt: skip
            names = [f"{one.name}.yaml"] if one.kind == Kind.SET else [p.name for p in tree.glob("*.*")]
            for name in names:
                number = entry.removeprefix("crc:")
                for line in (tree / name).read_text().splitlines():
                    named = entry.startswith("crc:") and "articles: [" in line and number in line.replace("]", ",").replace("[", " ").replace(",", " ").split()  # fmt: skip
                    if f"]({entry})" in line or named:
                        by_hand.add((one.kind, one.name, name))
        found = {(one.kind, one.name, one.path) for one in citing(session, entry)}
    assert by_hand
    assert by_hand <= found
    assert how_many_of(library, entry) == len(found)


def how_many_of(database: Database, entry: str) -> int:
    with database.reading() as session:
        return how_many(session)[entry]


def test_what_the_checks_count_is_what_is_found(library: Database) -> None:
    """Every citation that the course's own reading sees is on the list of its entry."""
    reading = check_folder(COURSES / "grundutbildning", NOON.date()).reading
    with library.reading() as session:
        for name, places in reading.cited.law.items():
            found = {one.path for one in citing(session, f"law:{name}")}
            assert {place.file.rpartition("/")[2] for place in places} <= found


def test_the_lines_are_those_of_the_text() -> None:
    lesson = "---\r\nid: a\r\n---\r\n# A\r\n\r\nDu [har rätt](law:pl-3-3) och `[kod](law:pl-3-5)`.\r\n\r\n[barn](crc:12)\r\n"
    assert sorted(cited("a.md", lesson)) == [("crc:12", 8), ("law:pl-3-3", 6)]
    quiz = "kind: quiz\nquestions:\n  - id: a\n    articles:\n      - 3\n      - 12\n    ask: '[Lag](law:pl-1-8)'\n"
    assert sorted(cited("q.yaml", quiz)) == [("crc:12", 6), ("crc:3", 5), ("law:pl-1-8", 7)]


def test_a_person_is_shown_words_and_not_signs(library: Database) -> None:
    with library.reading() as session:
        shown = {one.name: one.lines for one in citing(session, ENTRY)}
    assert shown["barnet-som-patient"][2][1] == "Det står i patientlagen 3 kap. 3 §."
    assert shown["vantrummet"][0][1].startswith(
        "Är patienten ett barn ska även vårdnadshavaren få information."
    )


def test_only_other_words_have_to_be_read_again() -> None:
    before = {"law.yaml": "a:\n  act: lag\n  checked_on: 2026-01-01\n  wordings:\n    - says: x\n", "crc.yaml": "12:\n  title: T\n  says: x\n"}  # fmt: skip
    checked = {**before, "law.yaml": before["law.yaml"].replace("2026-01-01", "2026-11-22")}
    assert reworded(before, checked) == []
    assert reworded(before, {**before, "law.yaml": before["law.yaml"].replace("says: x", "says: y")}) == [
        "law:a"
    ]
    assert reworded(before, {"law.yaml": before["law.yaml"], "crc.yaml": ""}) == ["crc:12"]
    assert reworded({}, before) == []


def test_a_provision_and_an_article_have_names() -> None:
    assert title("law:pl-3-3", {"act": "patientlagen (2014:821)", "provision": "3 kap. 3 §"}, "sv") == "patientlagen (2014:821) 3 kap. 3 §"  # fmt: skip
    assert title("crc:12", {"title": "Barnets röst"}, "sv") == "Artikel 12. Barnets röst"
    assert title("crc:12", {}, "en") == "Article 12"


def test_what_has_been_read_is_read_until_it_changes_again(library: Database) -> None:
    with library.reading() as session:
        assert changed(session) == {}
        assert left(session) == {}
    reword(library)
    with library.writing() as session:
        assert changed(session)[ENTRY].on == NOON + timedelta(minutes=1)
        to_read = reading_list(session, ENTRY)
        assert len(to_read) > 2
        assert left(session) == {ENTRY: len(to_read)}
        for one in to_read[1:]:
            tick(session, ENTRY, one.citing.key, None, NOON)
        tick(session, ENTRY, to_read[1].citing.key, None, NOON)
        assert left(session) == {ENTRY: 1}
        untick(session, ENTRY, to_read[1].citing.key)
        assert left(session) == {ENTRY: 2}
        tick(session, ENTRY, to_read[0].citing.key, None, NOON)
        tick(session, ENTRY, to_read[1].citing.key, None, NOON)
        assert left(session) == {}
    reword(library, 2, "informeras i första hand.")
    with library.reading() as session:
        assert left(session) == {ENTRY: len(to_read)}


def test_releases_and_packages_that_are_out_are_on_the_list(library: Database, store: FolderStore) -> None:
    with library.writing() as session:
        made = releases.release(session, store, COURSES / "grundutbildning", None, "", None, NOON)
        session.add(
            Export(
                course_id="grundutbildning", release_id=made.id, digest="0" * 64, portal="Lärportalen", portal_key="larportalen",
                format="scorm12", file="g.zip", size=1, sha256="0" * 64, made_on=NOON,
            )
        )  # fmt: skip
        session.flush()
        out = [(one.kind, one.name, one.number, one.path) for one in citing(session, ENTRY) if one.kind in ("release", "package")]  # fmt: skip
        assert out == [
            ("release", "grundutbildning", 1, ""),
            ("package", "grundutbildning", None, "Lärportalen"),
        ]
        assert [one.kind for one in citing(session, "law:finns-inte")] == []


def test_what_lies_in_the_bin_is_not_on_the_list(library: Database) -> None:
    with library.writing() as session:
        create(session, Kind.COURSE, "bort", {"a.md": "# A\n[x](law:pl-3-3)\n"}, None, None, NOON)
        assert "course/bort/a.md" in [one.key for one in citing(session, ENTRY)]
        _there(draft(session, Kind.COURSE, "bort")).trashed_on = NOON
        session.flush()
        assert "course/bort/a.md" not in [one.key for one in citing(session, ENTRY)]
