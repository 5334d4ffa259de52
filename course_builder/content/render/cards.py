"""What a text cites, told beside it: the provision or article in our own words, and when it was checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from course_builder.content.course import Course
from course_builder.content.render.dates import day


@dataclass(frozen=True)
class Scope:
    """A place of the page that shows its own cards; `cited` keeps the order of the text."""

    prefix: str
    cited: dict[str, None] = field(default_factory=dict)

    def card_id(self, reference: str) -> str:
        return f"{self.prefix}-{reference.replace(':', '-')}"

    def link_id(self, reference: str) -> str:
        """Of the link that cites it first: the way back from the card."""
        return f"{self.card_id(reference)}-0"


def name(course: Course, reference: str, words: Mapping[str, str]) -> str | None:
    """`law:pl-3-3` -> `Patientlagen (2014:821) 3 kap. 3 §`; None for what the course does not have."""
    kind, _, label = reference.partition(":")
    if kind == "law":
        entry = course.law.get(label)
        return entry.name[:1].upper() + entry.name[1:] if entry else None
    known = label.isdigit() and int(label) in course.crc
    return words["article"].format(number=int(label)) if known else None


def card(
    course: Course, reference: str, scope: Scope, words: Mapping[str, str], inline: Callable[[str], str]
) -> str:
    kind, _, label = reference.partition(":")
    body = (
        _law(course, label, words, inline) if kind == "law" else _article(course, int(label), words, inline)
    )
    title = escape(name(course, reference, words) or "")
    back = f'<a class="back" href="#{scope.link_id(reference)}">{words["footnote_back"]}</a>'
    return f'<div class="lawcard" id="{scope.card_id(reference)}"><strong>{title}</strong>{body}{back}</div>'


def _law(course: Course, label: str, words: Mapping[str, str], inline: Callable[[str], str]) -> str:
    entry = course.law[label]
    checked = words["our_words"].format(date=day(entry.checked_on, course.language))
    source = (
        f'<a class="out" href="{escape(entry.source)}" target="_blank" rel="noopener noreferrer">{words["read_law"]}'
        f'<span class="vh"> ({words["in_new_tab"]})</span></a>'
    )
    return f'<span>{inline(course.law_says(label))}</span><span class="xs muted">{checked} {source}</span>'


def _article(course: Course, number: int, words: Mapping[str, str], inline: Callable[[str], str]) -> str:
    entry = course.crc[number]
    core = f'<span class="xs muted">{words["core_principle"]}</span>' if entry.core else ""
    return f'<span class="said">{inline(entry.title)}</span><span>{inline(entry.says)}</span>{core}'
