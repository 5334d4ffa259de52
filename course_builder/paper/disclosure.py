"""Records that are given out, as a tagged PDF. Imported only when somebody asks for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, StrictUndefined

from course_builder.content.render.dates import day
from course_builder.content.tree import Tree
from course_builder.paper.pdf import tagged_pdf

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
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    blob = templates.get(TEMPLATE)
    if blob is None:
        raise FileNotFoundError(TEMPLATE)
    with blob.open() as file:
        template = environment.from_string(file.read().decode())
    html = template.render(region=region, reference=reference, on=day(on, "sv"), records=records)
    return tagged_pdf(html, built)
