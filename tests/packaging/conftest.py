"""Every format of the tiny course, built once."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

from course_builder.content.course import Course
from course_builder.content.tree import Tree
from course_builder.packaging import zipwriter
from course_builder.packaging.formats import formats
from course_builder.packaging.options import BuildOptions
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from tests.packaging.tiny import tiny


def package(course: Course, name: str, options: BuildOptions, built: Tree) -> bytes:
    out = BytesIO()
    zipwriter.write(out, formats()[name].build(course, options, built))
    return out.getvalue()


@pytest.fixture(scope="session")
def built() -> Tree:
    return FolderTree(BUILT)


@pytest.fixture(scope="session")
def course() -> Course:
    return tiny()


class Packages(dict[str, ZipFile]):
    """An open zip for each format, with the default options; built when first asked for."""

    def __init__(self, course: Course, built: Tree) -> None:
        self.course, self.built = course, built

    def __missing__(self, name: str) -> ZipFile:
        self[name] = ZipFile(BytesIO(package(self.course, name, BuildOptions(), self.built)))
        return self[name]


@pytest.fixture(scope="session")
def packages(course: Course, built: Tree) -> Mapping[str, ZipFile]:
    return Packages(course, built)
