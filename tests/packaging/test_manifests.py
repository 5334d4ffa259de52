"""The SCORM manifests against the standards' own schemas and packages.md section 2 (numbers as there)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree

from course_builder.content.course import Course
from course_builder.packaging import scorm12, scorm2004
from course_builder.packaging.options import BuildOptions
from tests.packaging.tiny import tiny
from tests.packaging.xsd import faults

Manifest = Callable[[Course, BuildOptions, list[str]], bytes]
MANIFESTS: Mapping[str, Manifest] = {
    "scorm12": scorm12.imsmanifest,
    "scorm2004-3": scorm2004.THIRD.imsmanifest,
    "scorm2004-4": scorm2004.FOURTH.imsmanifest,
}
PATHS = ["index.html", "player.js", "media/film.webm"]
EDITION = pytest.mark.parametrize("edition", MANIFESTS)
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def found(data: bytes, name: str) -> list[etree._Element]:
    """The elements of a local name, in order."""
    return parsed(data).xpath(f"//*[local-name()='{name}']")


@EDITION
def test_the_manifest_in_the_package_is_valid(edition: str, packages: Mapping[str, ZipFile]) -> None:
    assert faults(edition, packages[edition].read("imsmanifest.xml")) == []


@EDITION
@pytest.mark.parametrize("mastery", [None, 0.0, 0.8, 1 / 3, 1.0])
def test_a_manifest_is_valid_with_any_mastery_score(
    edition: str, mastery: float | None, course: Course
) -> None:
    made = MANIFESTS[edition](course, BuildOptions(mastery=mastery), PATHS)
    assert faults(edition, made) == []


@EDITION
def test_a_title_holds_no_numbered_entity(edition: str, course: Course) -> None:
    """Moodle (mod/scorm/datamodels/scormlib.php) keeps `&word;` alone: of any other it shows the signs themselves."""
    titled = replace(course, title='Barn & unga\'s "rätt" <18')
    made = MANIFESTS[edition](titled, BuildOptions(), PATHS)
    assert not re.search(rb"&(?!\w{2,6};)", made)
    assert [title.text for title in found(made, "title")] == [titled.title] * 2


@EDITION
def test_a_very_long_title_is_cut_between_words(edition: str, course: Course) -> None:
    """SCORM 2004 CAM: a portal must take 200 signs of a title, not more; Moodle's column for it ends at 255."""
    made = MANIFESTS[edition](replace(course, title="Barnets rätt " * 30), BuildOptions(), PATHS)
    titles = {title.text for title in found(made, "title")}
    assert titles == {"Barnets rätt " * 15 + "…"}


@pytest.mark.parametrize(
    ("edition", "right", "wrong"),
    [
        ("scorm12", "adlcp:scormtype", "adlcp:scormType"),
        ("scorm12", '"sco"', '"SCO"'),
        ("scorm12", "<file href", "<file src"),
        ("scorm12", "identifier=", "id="),
        ("scorm2004-3", "completionSetByContent", "completionByContent"),
        ("scorm2004-4", '"sco"', '"SCO"'),
        ("scorm2004-4", ">0.8<", ">80<"),
        ("scorm2004-4", ">abandonAll<", ">everything<"),
    ],
)
def test_the_schema_tells_what_is_wrong(edition: str, right: str, wrong: str, course: Course) -> None:
    made = MANIFESTS[edition](course, BuildOptions(mastery=0.8), PATHS)
    spoiled = made.replace(right.encode(), wrong.encode())
    assert spoiled != made
    assert faults(edition, spoiled) != []


@pytest.mark.parametrize(
    ("edition", "attribute"),
    [
        ("scorm12", "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype"),
        ("scorm2004-3", "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType"),
        ("scorm2004-4", "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType"),
    ],
)
def test_the_spelling_trap(edition: str, attribute: str, course: Course) -> None:
    """The schema of 2004 lets the spelling of 1.2 pass, and a portal then finds nothing to start."""
    (resource,) = found(MANIFESTS[edition](course, BuildOptions(), PATHS), "resource")
    assert resource.get(attribute) == "sco"


@EDITION
def test_the_declared_version_is_the_editions_own(edition: str, packages: Mapping[str, ZipFile]) -> None:
    made = packages[edition].read("imsmanifest.xml")
    assert [element.text for element in found(made, "schema")] == ["ADL SCORM"]
    assert [element.text for element in found(made, "schemaversion")] == [
        {"scorm12": "1.2", "scorm2004-3": "2004 3rd Edition", "scorm2004-4": "2004 4th Edition"}[edition]
    ]


@EDITION
def test_26_every_file_is_listed_and_nothing_else(edition: str, packages: Mapping[str, ZipFile]) -> None:
    listed = [file.get("href") for file in found(packages[edition].read("imsmanifest.xml"), "file")]
    names = set(packages[edition].namelist())
    control = {name for name in names if name.endswith((".xsd", ".dtd"))}
    assert set(listed) == names - control - {"imsmanifest.xml"}
    assert len(listed) == len(set(listed))


@EDITION
def test_27_identifiers_are_stable_ascii_and_unique(edition: str, course: Course) -> None:
    made = MANIFESTS[edition](course, BuildOptions(), PATHS)
    again = MANIFESTS[edition](
        tiny("review_by: 2030-01-01\n"), BuildOptions(mastery=0.5), [*PATHS, "new.png"]
    )
    identifiers = [element.get("identifier") for element in parsed(made).iter() if element.get("identifier")]
    assert identifiers == ["course-tiny", "course-tiny-organization", "course-tiny-item", "course-tiny-sco"]
    assert [
        element.get("identifier") for element in parsed(again).iter() if element.get("identifier")
    ] == identifiers
    assert all(IDENTIFIER.fullmatch(identifier) for identifier in identifiers)


@EDITION
def test_27_titles_with_any_letters_pass(edition: str, course: Course) -> None:
    made = MANIFESTS[edition](course, BuildOptions(), PATHS)
    assert [title.text for title in found(made, "title")] == ["Barnrätt – åäö ’” & <mer>"] * 2


@EDITION
def test_28_one_resource_can_be_started_and_it_is_the_first(
    edition: str, packages: Mapping[str, ZipFile]
) -> None:
    resources = found(packages[edition].read("imsmanifest.xml"), "resource")
    assert [resource.get("href") for resource in resources] == ["index.html"]


@EDITION
def test_the_item_leads_to_the_resource(edition: str, course: Course) -> None:
    made = MANIFESTS[edition](course, BuildOptions(), PATHS)
    (organizations,), (item,), (resource,) = (
        found(made, name) for name in ("organizations", "item", "resource")
    )
    assert organizations.get("default") == found(made, "organization")[0].get("identifier")
    assert item.get("identifierref") == resource.get("identifier")


@EDITION
def test_14_no_mastery_score_unless_asked(edition: str, course: Course) -> None:
    """The author's own mastery score is the player's business."""
    marked = tiny("completion:\n  mastery: 75%\n")
    for made in (MANIFESTS[edition](each, BuildOptions(), PATHS) for each in (course, marked)):
        assert found(made, "masteryscore") + found(made, "minNormalizedMeasure") == []


def test_14_a_mastery_score_in_each_standards_own_form(course: Course) -> None:
    options = BuildOptions(mastery=0.8)
    one = scorm12.imsmanifest(course, options, PATHS)
    two = scorm2004.FOURTH.imsmanifest(course, options, PATHS)
    assert [element.text for element in found(one, "masteryscore")] == ["80"]
    assert [element.text for element in found(two, "minNormalizedMeasure")] == ["0.8"]
    assert [element.get("satisfiedByMeasure") for element in found(two, "primaryObjective")] == ["true"]


@pytest.mark.parametrize("edition", ["scorm2004-3", "scorm2004-4"])
def test_16_the_content_sets_completion_and_success(edition: str, course: Course) -> None:
    (delivery,) = found(MANIFESTS[edition](course, BuildOptions(), PATHS), "deliveryControls")
    assert dict(delivery.items()) == {"completionSetByContent": "true", "objectiveSetByContent": "true"}


@EDITION
def test_33_no_sequencing_beyond_the_defaults(edition: str, course: Course) -> None:
    made = MANIFESTS[edition](course, BuildOptions(mastery=0.8), PATHS)
    assert len(found(made, "item")) == 1
    forbidden = (
        "prerequisites",
        "sequencingRules",
        "rollupRules",
        "limitConditions",
        "randomizationControls",
    )
    assert [name for name in forbidden if found(made, name)] == []
