"""What the manifests of both SCORM versions share. A portal knows the course by these identifiers."""

from collections.abc import Iterable
from textwrap import shorten

from course_builder.content.course import Course
from course_builder.packaging.xml import Element, element

START = "index.html"
NAME = "imsmanifest.xml"
LONGEST_TITLE = 200  # a portal need not take more, and Moodle's own column ends at 255
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def identifier(course: Course, thing: str = "") -> str:
    """Made from the course's id alone, so that a new version of the package keeps what people have done."""
    return "-".join(filter(None, ("course", course.id, thing)))


def version(course: Course) -> str:
    return str(course.version.number) if course.version else "0"


def metadata(schema_version: str) -> Element:
    return element("metadata", element("schema", "ADL SCORM"), element("schemaversion", schema_version))


def title(course: Course) -> Element:
    return element("title", shorten(course.title, LONGEST_TITLE, placeholder=" …"))


def organizations(course: Course, item: Iterable[Element], after: Iterable[Element] = ()) -> Element:
    """One course, one item: one SCO a package is what every portal can play."""
    shown = element(
        "item",
        title(course),
        *item,
        identifier=identifier(course, "item"),
        identifierref=identifier(course, "sco"),
        isvisible="true",
    )
    name = identifier(course, "organization")
    return element(
        "organizations",
        element("organization", title(course), shown, *after, identifier=name),
        default=name,
    )


def resources(course: Course, paths: Iterable[str], **kind: str) -> Element:
    """One resource that can be started, with every file of the package but the control files."""
    files = [element("file", href=path) for path in sorted(paths)]
    return element(
        "resources",
        element(
            "resource", *files, identifier=identifier(course, "sco"), type="webcontent", **kind, href=START
        ),
    )


def decimal(share: float, scale: int = 1) -> str:
    """`0.8`, or `80` of a hundred: never more digits than are needed, never a comma."""
    return f"{share * scale:.4f}".rstrip("0").rstrip(".")
