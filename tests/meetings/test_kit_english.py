"""A kit of a course in English has no Swedish shell: not in what is shown, said or printed, and not in the names of its files."""

import re
from html import unescape

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree
from course_builder.meetings.course_kit import course_kit, plans, zip_name
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from tests.paper.little_hour import FILES, TODAY

PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
SWEDISH = re.compile(r"[^<>\"\n]{0,40}[åäöÅÄÖ][^<>\"\n]{0,40}")
KEY = re.compile(r"(?:how_)?fyra-hörn")
"""A method's name in the source, which nobody reads on the wall."""


def english() -> Course:
    """The little hour says what it says without the letters that only Swedish has: those that are left are the shell's."""
    files = {
        path: text.translate(PLAIN).replace("language: sv", "language: en").replace("sv: media", "en: media")
        for path, text in FILES.items()
    }
    made = read(MemoryTree(files), today=TODAY)
    assert made.course is not None and errors(made.problems) == ()
    return made.course


def test_nothing_of_it_is_half_swedish() -> None:
    course = english()
    kit = course_kit(course, plans(course)[0], FolderTree(TEMPLATES), FolderTree(BUILT), TODAY)
    files = {one.path: one.blob for one in kit.files()}
    assert [path for path in files if "/fonts/" not in path] == [
        "2-lead-the-hour.html", "3-room-view.html", "4-one-screen.html", "files/hour.css", "files/leader.js", "files/room.js",
        "files/single.js", "files/licences.txt", "media/filmen.webm", "papers/leader-notes.pdf", "key/key.pdf",
        "papers/all-papers-for-participants.pdf", "papers/leader-notes.html", "key/key.html",
        "papers/questions-for-participants.html", "papers/attendance.html", "papers/actions.html", "papers/evaluation.html",
        "1-read-me.html", "1-read-me.txt",
    ]  # fmt: skip
    found = []
    for path, blob in files.items():
        if path.endswith((".html", ".txt")) and "licences" not in path:
            with blob.open() as stream:
                found += SWEDISH.findall(unescape(KEY.sub("", stream.read().decode())))
    assert found == []
    assert zip_name(course, plans(course)[0]) == "timmen-meeting-kit-20.zip"
