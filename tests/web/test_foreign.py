"""Whatever Anna of the north sees is not there for those of the south, whichever way they ask."""

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.models import KeptCourse
from tests.web.learned import COURSE
from tests.web.walk import Walk, walk

__all__ = ["walk"]

OTHERS = ("employee2", "rep2", "manager2", "trainer2", "coordinator2")
DRAFTED = {
    "name",
    "kind",
    "part",
    "place",
    "sha256",
    "film",
    "comment_id",
    "link_id",
    "accepted_id",
    "upload_token",
}
"""What is written belongs to a group of trainers, or to all of them."""
NOT_FOREIGN = DRAFTED | {
    "number",
    "format_name",
    "path",
    "course_id",
    "release_id",
    "purpose",
    "token",
    "key",
}
"""Courses are the whole region's, and so is the law; the tokens of links are tried in test_account.py."""
OPEN = {
    "verify.page",
    "verify.name",
    "phone.page",
    "phone.answer",
    "phone.events",
    "phone.join",
    "phone.state",
}
"""For whoever has the paper, or is in the room; what a phone may do is tried in room/test_phone.py."""


def test_what_belongs_to_the_north_is_not_there_for_the_south(walk: Walk) -> None:
    """trust 35"""
    found = []
    for rule in walk.rules():
        things = rule.arguments - NOT_FOREIGN - {"what", "who", "how", "scheme"}
        if not things or rule.endpoint in OPEN:
            continue
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            for key in OTHERS:
                status = walk.region.as_(key).open(walk.address(rule), method=method).status_code
                if status != 404:
                    found.append((method, rule.endpoint, key, status))
    assert found == []


def test_what_some_trainers_write_is_not_there_for_others(walk: Walk) -> None:
    """trust 35: the course is given to the trainers of the north. A coordinator is let in everywhere."""
    region = walk.region
    with region.database.writing() as session:
        for course in (draft(session, Kind.COURSE, COURSE), session.get(KeptCourse, COURSE)):
            assert course is not None
            course.group_id = region.groups["north"]
    found = []
    for rule in walk.rules():
        if rule.endpoint in OPEN or not rule.arguments & DRAFTED:
            continue
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PATCH", "PUT", "DELETE"}):
            for key in sorted(set(OTHERS) - {"coordinator2"}):
                status = region.as_(key).open(walk.address(rule), method=method).status_code
                if status != 404:
                    found.append((method, rule.endpoint, key, status))
    assert found == []


def test_what_is_not_there_and_what_is_foreign_look_the_same(walk: Walk) -> None:
    """trust 35"""
    sara = walk.region.as_("coordinator2")
    foreign = sara.get(f"/people/{walk.region.people['rep']}")
    nowhere = sara.get("/people/999999")
    assert (foreign.status_code, foreign.text) == (nowhere.status_code, nowhere.text)
