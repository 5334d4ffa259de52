"""What a trainer may choose when she builds a package: just what the player has to know."""

from collections.abc import Mapping

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.player.options import PlayerOptions

BuildOptions = PlayerOptions
"""`mastery` (0..1) is also written into the manifest, and many portals then judge by it alone."""

Words = Mapping[Language, str]


def judged(course: Course, options: BuildOptions) -> bool:
    """Whether the portal will be told `passed` or `failed`, and not only that the course is completed."""
    rule = options.rule(course)
    return bool(course.quizzes) and (rule.quizzes == "passed" or rule.mastery is not None)
