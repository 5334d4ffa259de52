"""Tags are the makers' own: planted on every kind of question, they are in no byte that a learner gets."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from course_builder.content.course import Course
from course_builder.content.tree import Tree
from course_builder.packaging.formats import OWN
from course_builder.packaging.options import BuildOptions
from course_builder.player.sealed import SealedCourse
from tests.browser.ten_kinds import KINDS, SOURCES, course, question
from tests.packaging.conftest import package

PLANTED = "svartvinbärsgelé"


@pytest.fixture(scope="module")
def tagged() -> Course:
    asked = "".join(f"```question\n{question(kind, 'ova')}tags:\n  - {PLANTED}\n```\n\n" for kind in KINDS)
    made = course({**SOURCES, "pröva.md": f"---\nid: prova\n---\n# Pröva dig fram\n\n{asked}"})
    assert [one.tags for one in made.practice if one.tags] == [(PLANTED,)] * len(KINDS)
    return made


@pytest.mark.parametrize("name", OWN)
def test_no_package_holds_a_tag(name: str, tagged: Course, built: Tree) -> None:
    whole = package(tagged, name, BuildOptions(), built)

    with ZipFile(BytesIO(whole)) as found:
        assert [path for path in found.namelist() if PLANTED.encode() in found.read(path)] == []


def test_no_page_of_the_application_holds_a_tag(tagged: Course, built: Tree) -> None:
    sealed = SealedCourse(tagged, built)
    told = [str(sealed.told(one)) for one in tagged.practice]
    assert PLANTED not in f"{sealed.parts}{sealed.outline}{sealed.data}{told}"
