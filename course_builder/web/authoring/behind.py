"""What stands behind a draft in the running application."""

from course_builder.library.drafts.file_problems import Behind
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.web.kept import store
from course_builder.web.on_shelf import shelf
from course_builder.web.records import reading


def behind() -> Behind:
    found = shelf()
    if not isinstance(found, DraftShelf):
        raise TypeError("courses are written only where there is a database")
    return Behind(store(), found.behind(reading()))
