"""Five minutes at an ordinary APT on the wall: what was agreed, the author's own questions about it, and what is decided."""

from datetime import date

from course_builder.content.step_matter import item_of
from course_builder.content.steps import planned, rows, steps
from course_builder.library.folders import read_folder
from course_builder.paths.shipped import COURSES
from course_builder.player.hour.data import Room, Showing
from course_builder.player.hour.step_slides import OpenAction, Unit

TODAY = date(2026, 11, 23)


def test_the_shipped_five_minutes_ask_about_what_was_agreed() -> None:
    course = read_folder(COURSES / "apt-barnkonventionen", TODAY).course
    assert course is not None
    plan = planned(course, rows(steps(course, 5)))
    unit = Unit(actions=(OpenAction("Säga barnets namn först", "den som tar emot"),))
    room = Room(course, plan, Showing(unit=unit))
    agreed, decided = (" ".join(slide.body for slide in room.slides[step.id]) for step in plan)
    assert "Säga barnets namn först (den som tar emot)" in agreed
    assert "Har något barn märkt det?" in agreed
    assert "Avslutas utan åtgärd." in decided
    notes = [item.facilitator for step in plan if (item := item_of(course, step))]
    assert len(notes) == 2
    for note in notes:
        assert note is not None and all(text not in agreed + decided for text in note.texts)
