"""The certificate (intyg) as one tagged A4, in Swedish or English. Imported only when somebody asks for one."""

from dataclasses import dataclass
from datetime import date

import segno
from markupsafe import Markup

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.content.render.dates import day, lasting
from course_builder.content.tree import MemoryTree, Tree
from course_builder.paper.certificate_words import WORDS, parts_of
from course_builder.paper.pdf import tagged_pdf
from course_builder.paper.template import filled

TEMPLATE, HORIZON = "paper/certificate.html", "paper/horisont.svg"
FETCHED = (
    "fonts/atkinson-next.woff2", "fonts/atkinson-next-ext.woff2",
    "fonts/hedvig-serif.woff2", "fonts/hedvig-serif-ext.woff2", "web/mark.svg",
)  # fmt: skip
LONG_NAME, LONGEST_NAME = 24, 44
"""Characters of a name from which it is set smaller, so that it keeps to its lines."""
MANY, MOST = 10, 18
"""Parts of a course from which the list is set closer, so that the paper stays one page."""


@dataclass(frozen=True)
class Facts:
    """What the paper says. `course_language` is that of the titles, which are never translated."""

    name: str
    course: str
    course_language: Language
    contents: tuple[str, ...]
    """Titles of its modules, or of the items of its hour."""
    minutes: int
    on: date
    passed: bool | None
    """None where nothing was graded."""
    version: int | None
    valid_until: date | None
    """None where no region has decided how long it holds."""
    region: str
    issued: date
    address: str
    """Of the page that verifies it; the QR code leads there."""
    number: str
    check_code: str


def contents(course: Course) -> tuple[str, ...]:
    if course.kind == "meeting":
        return tuple(item.title for item in course.agenda)
    return tuple(module.title for module in course.modules)


def certificate_pdf(facts: Facts, language: Language, templates: Tree, built: Tree) -> bytes:
    page = filled(
        TEMPLATE,
        templates,
        facts=facts,
        language=language,
        words=WORDS[language],
        before=WORDS[language]["has"],
        after=_after(facts, language),
        values=_values(facts, language),
        qr=_qr(facts.address, WORDS[language]["qr"]),
        name_size=_size(len(facts.name), LONG_NAME, LONGEST_NAME),
        list_size=_size(len(facts.contents), MANY, MOST),
        number=_in_fours(facts.number),
        issued=day(facts.issued, language),
    )
    return tagged_pdf(page, _drawings(templates, built))


def _values(facts: Facts, language: Language) -> list[tuple[str, str]]:
    words = WORDS[language]
    rows = [(words["passed" if facts.passed else "completed"], day(facts.on, language))]
    if facts.valid_until:
        rows.append((words["valid"], day(facts.valid_until, language)))
    if facts.minutes:
        rows.append((words["extent"], lasting(facts.minutes, language)))
    if facts.version:
        rows.append((words["version"], str(facts.version)))
    return rows


def _after(facts: Facts, language: Language) -> str:
    """How the sentence of the certificate goes on after the course's title."""
    many = len(facts.contents)
    parts = f", {parts_of(many, language)}" if many > 1 else ""
    return parts + (WORDS[language]["with_pass"] if facts.passed else ".")


def _size(length: int, many: int, most: int) -> str:
    return "smallest" if length >= most else "small" if length >= many else "usual"


def _qr(address: str, title: str) -> Markup:
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(border=4, omitsize=True, title=title, dark="#13252f"))  # noqa: S704 -- drawn here, the title is escaped


def _in_fours(number: str) -> str:
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def _read(templates: Tree, path: str) -> bytes:
    blob = templates.get(path)
    if blob is None:
        raise FileNotFoundError(path)
    with blob.open() as source:
        return source.read()


def _drawings(templates: Tree, built: Tree) -> Tree:
    """What the page may fetch: its fonts, the mark and the horizon, in memory."""
    files = {path: _read(built, path) for path in FETCHED}
    return MemoryTree({**files, HORIZON: _read(templates, HORIZON)})
