"""Links inside the course that lead nowhere; for web addresses only the form is looked at."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.links import MOST_BRACKETS, Link, reference_links, unread_links, without_links
from course_builder.content.problems import Code, Problem
from course_builder.content.sources import Source
from course_builder.content.validate import BRACKETS

WEB = re.compile(r"^https?://[^\s/?#:@]+\.[^\s/?#:@]+(:\d+)?([/?#]\S*)?$")
MAIL = re.compile(r"^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$")
KNOWN = ("law:", "crc:")

NOWHERE = Code("link-nowhere", "error", "Länken {target} leder ingenstans i kursen.", "The link {target} leads nowhere in the course.", "Länka till ett avsnitts fil, till exempel konventionen.md.", "Link to a lesson's file, for example konventionen.md.")  # fmt: skip
FORM = Code("link-form", "error", "Adressen {target} har fel form.", "The address {target} has the wrong form.", "Skriv den som https://... eller mailto:...", "Write it as https://... or mailto:...")  # fmt: skip
SCHEME = Code("link-scheme", "error", "En länk får inte börja med {scheme}", "A link may not begin with {scheme}", "Använd https://, mailto:, law: eller crc:", "Use https://, mailto:, law: or crc:")  # fmt: skip
UNREAD = Code("link-unreadable", "error", "Länken går inte att läsa.", "The link cannot be read.", "Skriv [text](adress), utan hakparenteser i texten och med %20 för mellanslag i adressen.", "Write [text](address), without brackets in the text and with %20 for a space in the address.")  # fmt: skip
APART = Code("link-apart", "error", "Adressen står skild från sin länk.", "The address stands apart from its link.", "Skriv den i länken: [text](adress)", "Write it in the link: [text](address)")  # fmt: skip
PLAIN = Code("link-http", "warning", "Adressen {target} är inte krypterad.", "The address {target} is not encrypted.", "Skriv https:// om sidan finns där.", "Write https:// if the page is there.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    targets = {lesson.file.rpartition("/")[2] for lesson in checked.lessons} | {
        part.id for part in checked.course.parts
    }
    for source in checked.read_by_people:
        for link in source.links:
            if not link.picture:
                yield from _link(link, targets)
        yield from (UNREAD.at(place) for place in unread_links(source.linked, source.place))
    for lesson in checked.lessons:
        source = checked.sources[lesson.file]
        yield from (APART.at(place) for place in reference_links(source.prose, source.place))
        yield from _brackets(source)


def _brackets(source: Source) -> Iterator[Problem]:
    """Markdown takes time in the square of those that are no link."""
    if source.prose.count("[") > MOST_BRACKETS:
        rest = without_links(source.prose)
        count = rest.count("[") - rest.count("[^")
        if count > MOST_BRACKETS:
            yield BRACKETS.at(source.place(rest.index("[")), count=count)


def _link(link: Link, targets: set[str]) -> Iterator[Problem]:
    target = link.target
    scheme = re.match(r"^[a-zA-Z][a-zA-Z0-9+.-]*:", target)
    if target.startswith(KNOWN) or MAIL.match(target):
        return
    if target.startswith(("https://", "http://")):
        if not WEB.match(target):
            yield FORM.at(link.place, target=target)
        elif target.startswith("http://"):
            yield PLAIN.at(link.place, target=target)
    elif target.startswith(("mailto:", "//")):
        yield FORM.at(link.place, target=target)
    elif scheme:
        yield SCHEME.at(link.place, scheme=scheme[0])
    elif target.partition("#")[0] not in targets:
        yield NOWHERE.at(link.place, target=target or "()")
