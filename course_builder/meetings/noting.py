"""What the room talked about, as short themes and a note: no names, no patients, nobody's opinion."""

from collections.abc import Iterable, Sequence

from course_builder.content.course import Course
from course_builder.meetings.agreed import no_personnummer, one_line
from course_builder.meetings.models import LONGEST_TEXT, Meeting
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded

MOST_THEMES = 12
LONGEST_THEME = 60


def note_down(meeting: Meeting, themes: Sequence[str], note: str) -> None:
    """As they now stand. Refused for a personnummer, and for more or longer themes than a list can hold."""
    no_personnummer(note)
    if len(note) > LONGEST_TEXT:
        raise Refused(
            f"Anteckningen får ha högst {LONGEST_TEXT} tecken. Korta den.",
            f"The note may have at most {LONGEST_TEXT} characters. Shorten it.",
        )
    kept = _once(one_line(one, LONGEST_THEME) for one in themes)
    if len(kept) > MOST_THEMES:
        raise Refused(
            f"Skriv högst {MOST_THEMES} teman. Slå ihop några.",
            f"Write at most {MOST_THEMES} themes. Put some together.",
        )
    meeting.themes, meeting.note = kept, note.replace("\r\n", "\n").strip()


def proposed(course: Course) -> tuple[str, ...]:
    """The articles that the hour's films are about, by their titles: something to choose from."""
    return tuple(course.crc[number].title for number in articles(course) if number in course.crc)


def articles(course: Course) -> list[int]:
    """Of the convention, that the course's film discussions and texts are about."""
    told = {number for film in course.films for number in film.articles}
    return sorted(told or course.crc)


def _once(themes: Iterable[str]) -> list[str]:
    return list({folded(one): one for one in themes if one}.values())
