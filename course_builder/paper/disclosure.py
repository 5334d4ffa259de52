"""Records that are given out, as a tagged PDF. Imported only when somebody asks for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from course_builder.content.render.dates import day
from course_builder.content.tree import Tree
from course_builder.paper.pdf import tagged_pdf
from course_builder.paper.template import filled

TEMPLATE = "paper/disclosure.html"


@dataclass(frozen=True)
class Record:
    """Headings and texts as they are to be read; nothing that is masked comes this far."""

    kind: str
    fields: Sequence[tuple[str, str]]
    grounds: str


def disclosure_pdf(
    region: str, reference: str, on: date, records: Sequence[Record], templates: Tree, built: Tree
) -> bytes:
    html = filled(TEMPLATE, templates, region=region, reference=reference, on=day(on, "sv"), records=records)
    return tagged_pdf(html, built)
