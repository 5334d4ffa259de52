from collections.abc import Mapping
from zipfile import ZipFile

import pytest
from lxml import etree

from course_builder.content.course import Course
from course_builder.packaging.cmi5 import course_structure, move_on
from course_builder.packaging.options import BuildOptions
from tests.packaging.cmi5_rules import RAW_RULES, RULES, broken
from tests.packaging.tiny import tiny

FILES = {"cmi5.xml", "index.html"}


def test_the_package_breaks_no_rule(packages: Mapping[str, ZipFile]) -> None:
    package = packages["cmi5"]
    assert broken(package.read("cmi5.xml"), set(package.namelist())) == []


def test_no_schema_files_need_to_ship(packages: Mapping[str, ZipFile]) -> None:
    assert [name for name in packages["cmi5"].namelist() if name.endswith((".xsd", ".dtd"))] == []


SPOILS = {
    "13.2 the root element is courseStructure in the cmi5 namespace": ("/v1/", "/v2/"),
    "13.1 nothing in the course structure is of a foreign name": ("<url>", '<url xmlns="other">'),
    "13.1 course, objectives, then units and blocks": (
        "</courseStructure>",
        "<objectives/></courseStructure>",
    ),
    "13.1.1 one course stands first, with title and description": ("description", "summary"),
    "13.1.1 the course id is an absolute IRI": ('"urn:course-builder:course:tiny"', '"tiny"'),
    "13.1.4 there is at least one assignable unit": ("au", "unit"),
    "13.1.4 every assignable unit has its parts in order": ("<url>index.html</url>", ""),
    "13.1.4 every id of an assignable unit is an absolute IRI": (
        '"urn:course-builder:course:tiny:au"',
        '"a b:c"',
    ),
    "13.1.4 no id is used twice": (":tiny:au", ":tiny"),
    "13.1.4 moveOn is said, and is one of five words": (' moveOn="CompletedAndPassed"', ""),
    "13.1.4 a masteryScore is a decimal from 0 to 1": ('"0.8"', '"80"'),
    "13.1.4 launchMethod is one of two words": ("AnyWindow", "Popup"),
    "13.1.4 only known attributes": ("launchMethod", "launchmethod"),
    "13.1.4 every relative url is a file of the zip": (">index.html<", ">Index.html<"),
    "13.1.4 every url is relative here, or carries a host": (">index.html<", ">file:index.html<"),
    "8.1 no url uses a name of the launch parameters": (">index.html<", ">index.html?fetch=1<"),
    "13.1.4 every text is in a language and not empty": ('lang="sv"', ""),
    "13.1.4 every title and description has a text": ("langstring", "text"),
}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_broken(rule: str, course: Course) -> None:
    made = course_structure(course, BuildOptions(mastery=0.8)).decode()
    assert broken(made.encode(), FILES) == []
    if rule in SPOILS:
        assert rule in broken(made.replace(*SPOILS[rule]).encode(), FILES)
    else:
        assert broken(made.encode(), FILES - {"cmi5.xml"}) == [rule]


@pytest.mark.parametrize(
    ("rule", "before"),
    [
        ("13.2 it begins with its encoding, and with no other sign", b"\xef\xbb\xbf"),
        ("13.2 it declares no types and no entities", b"<!DOCTYPE courseStructure>"),
    ],
)
def test_what_stands_before_the_structure(rule: str, before: bytes, course: Course) -> None:
    first, _, rest = course_structure(course, BuildOptions()).partition(b"\n")
    made = before + first + b"\n" + rest if before.startswith(b"\xef") else first + b"\n" + before + rest
    assert rule in RAW_RULES
    assert broken(made, FILES) == [rule]


def test_ids_survive_a_new_version_of_the_course(course: Course) -> None:
    def ids(made: bytes) -> list[str]:
        return [str(value) for value in etree.fromstring(made).xpath("//@id")]

    later = tiny("review_by: 2030-01-01\n")
    assert ids(course_structure(course, BuildOptions())) == ids(course_structure(later, BuildOptions()))


@pytest.mark.parametrize(
    ("completion", "options", "expected"),
    [
        ("", BuildOptions(), "CompletedAndPassed"),
        ("", BuildOptions(done_when="lessons"), "Completed"),
        ("", BuildOptions(done_when="quizzes"), "CompletedAndPassed"),
        ("", BuildOptions(done_when="both"), "CompletedAndPassed"),
        ("", BuildOptions(done_when="lessons", mastery=0.8), "CompletedAndPassed"),
        ("completion:\n  quizzes: taken\n", BuildOptions(), "Completed"),
        ("completion:\n  quizzes: none\n", BuildOptions(), "Completed"),
        ("completion:\n  quizzes: taken\n  mastery: 70%\n", BuildOptions(), "CompletedAndPassed"),
        ("completion:\n  quizzes: taken\n", BuildOptions(done_when="both"), "CompletedAndPassed"),
    ],
)
def test_move_on_is_what_the_player_will_say(completion: str, options: BuildOptions, expected: str) -> None:
    assert move_on(tiny(completion), options) == expected


def test_14_no_mastery_score_unless_asked(course: Course) -> None:
    assert b"masteryScore" not in course_structure(course, BuildOptions())
    assert b'masteryScore="0.8"' in course_structure(course, BuildOptions(mastery=0.8))
