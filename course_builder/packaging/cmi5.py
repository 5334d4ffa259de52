"""cmi5: a course structure of one assignable unit. The portal talks xAPI with the player."""

from collections.abc import Iterator

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging import manifest
from course_builder.packaging.format import Format
from course_builder.packaging.learner import learner_files
from course_builder.packaging.options import BuildOptions, judged
from course_builder.packaging.xml import Element, document, element

NAME = "cmi5.xml"
NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def build(course: Course, options: BuildOptions, built: Tree) -> Iterator[File]:
    yield File(NAME, BytesBlob(course_structure(course, options)))
    yield from learner_files(course, "cmi5", options, built)


def iri(course: Course, thing: str = "") -> str:
    """Made from the course's id alone: results are kept under this name for ever."""
    return f"urn:course-builder:course:{course.id}" + (f":{thing}" if thing else "")


def course_structure(course: Course, options: BuildOptions) -> bytes:
    score = {} if options.mastery is None else {"masteryScore": manifest.decimal(options.mastery)}
    root = element(
        "courseStructure",
        element("course", *_names(course), id=iri(course)),
        element(
            "au",
            *_names(course),
            element("url", manifest.START),
            id=iri(course, "au"),
            moveOn=move_on(course, options),
            launchMethod="AnyWindow",
            **score,
        ),
        xmlns=NAMESPACE,
    )
    return document(root)


def move_on(course: Course, options: BuildOptions) -> str:
    """The player says `passed` when a mark counts, and `completed` whenever the rule is met."""
    return "CompletedAndPassed" if judged(course, options) else "Completed"


def _names(course: Course) -> tuple[Element, Element]:
    def words(text: str) -> Element:
        return element("langstring", text, lang=course.language)

    return element("title", words(course.title)), element(
        "description", words(course.summary or course.title)
    )


FORMAT = Format(
    "cmi5",
    {"sv": "cmi5 (xAPI)", "en": "cmi5 (xAPI)"},
    {
        "sv": "För nyare portaler som ber om cmi5 eller xAPI. De får den fylligaste bilden av vad som har hänt.",
        "en": "For newer portals that ask for cmi5 or xAPI. They get the fullest picture of what has happened.",
    },
    build,
)
