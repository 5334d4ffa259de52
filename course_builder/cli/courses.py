"""What a person means by PATH: a course's folder, a folder of courses, or the name of a course we ship."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from course_builder.cli.failures import WrongUsage
from course_builder.cli.words import Say, Text
from course_builder.content import citations
from course_builder.content.course import Course
from course_builder.content.problems import Problem, errors
from course_builder.content.reading import Reading
from course_builder.library.folders import courses_in, read_folder
from course_builder.paths import shipped

TODAY = Text("Räkna som om det vore den dagen (2026-11-21).", "Judge as if it were that day (2026-11-21).")
NO_FOLDER = Text("Mappen {path} finns inte.", "There is no folder {path}.")
NOT_A_FOLDER = Text(
    "{path} är en fil. En kurs är en mapp; packa upp zip-filer först.",
    "{path} is a file. A course is a folder; unpack zip files first.",
)
NOT_A_DAY = Text("{text} är ingen dag. Skriv som 2026-11-21.", "{text} is no day. Write it like 2026-11-21.")
OLD_UNREADABLE = Text(
    "Den tidigare versionen i {path} går inte att läsa helt. Kör course-builder check {path}",
    "The earlier version in {path} cannot be read in full. Run course-builder check {path}",
)


def course_folders(paths: Iterable[str], say: Say) -> list[Path]:
    """Every course meant, once, in the order asked for: also those in a `courses/` there.

    A folder without courses stands for itself.
    """
    folders: dict[Path, None] = {}
    for path in paths:
        folder = _folder(path, say)
        found = courses_in(folder) or courses_in(folder / "courses")
        folders.update(dict.fromkeys(found or [folder]))
    return list(folders)


def _folder(path: str, say: Say) -> Path:
    folder = Path(path)
    if folder.is_dir():
        return folder
    if folder.name == "course.yaml" and folder.is_file():
        return folder.parent
    if folder.exists():
        raise WrongUsage(say(NOT_A_FOLDER, path=path))
    if (shipped.COURSES / path / "course.yaml").is_file():
        return shipped.COURSES / path
    raise WrongUsage(say(NO_FOLDER, path=path))


def day(text: str | None, say: Say) -> date:
    """The day to judge by: today unless one is given."""
    if text is None:
        return date.today()  # the command line is where the clock is read
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(say(NOT_A_DAY, text=text)) from None


def earlier(path: str, today: date, say: Say) -> Course:
    """A course to compare with."""
    reading = read_folder(course_folders([path], say)[0], today)
    if reading.course is None or unread(reading):
        raise WrongUsage(say(OLD_UNREADABLE, path=path))
    return reading.course


def unread(reading: Reading) -> tuple[Problem, ...]:
    """Errors that may keep a part from being read; comparing what is left would take it for removed."""
    return tuple(problem for problem in errors(reading.problems) if problem.code not in citations.CODES)
