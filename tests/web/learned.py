"""The small region learns: the course `liten` of tests/learning/school.py is released and taken in it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from course_builder.learning import taking
from course_builder.learning.models import Enrolment
from course_builder.library.gather import gather
from course_builder.library.models import Change, Release
from course_builder.library.ready import keep_media
from tests.learning.school import NOW, TODAY, School, course_files, write
from tests.web.region import Region

COURSE = "liten"
CANARY = "KANARIEFÅGEL"
"""Stands in a learner's own words, and in no page but her own."""


@dataclass
class Learned:
    region: Region
    school: School
    release: Release

    def open(self, key: str, at: datetime = NOW) -> Enrolment:
        with self.region.database.writing() as session:
            return taking.open_course(
                session, self.region.people[key], session.get_one(Release, self.release.id), at
            )

    def complete(self, key: str, at: datetime = NOW) -> Enrolment:
        enrolment = self.open(key, at)
        self.school.complete(enrolment, at=at)
        return enrolment


@pytest.fixture
def learned(region: Region, tmp_path: Path) -> Learned:
    return made(region, tmp_path)


def made(region: Region, folder: Path) -> Learned:
    store = region.app.extensions["media_store"]
    first, second = (
        keep_media(store, gather(write(folder / name / COURSE, files), TODAY))
        for name, files in (
            ("a", course_files()),
            ("b", course_files(**{"Mer om samma sak.": "Nytt om samma sak."})),
        )
    )
    school = School(region.database, first, second)
    return Learned(region, school, school.publish(first, Change.FIRST))
