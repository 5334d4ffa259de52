"""The drafts that whoever reads the page may write in."""

from collections.abc import Sequence

from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import drafts
from course_builder.people.may import Action
from course_builder.web.guard import permitted
from course_builder.web.records import reading


def own_drafts() -> Sequence[Draft]:
    return [one for kind in Kind for one in drafts(reading(), kind) if permitted(Action.WRITE, one)]
