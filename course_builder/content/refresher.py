"""A short course about what is new in another: its changed parts, behind a page that says what has changed.

A portal opens a passed course for reading only, so a refresher is a course with an id of its own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from re import Match

from course_builder.content.blocks import FilmBlock, QuizBlock
from course_builder.content.course import Course, Part
from course_builder.content.editing.house import block_lines
from course_builder.content.links import LINK
from course_builder.content.models.lesson import Lesson
from course_builder.content.problems import Language
from course_builder.content.reading import ROOT

LONGEST_ID = 48
NEWS = "nytt.md"
WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "title": "Uppdatering {year}: {title}", "module": "Det som är nytt", "lesson": "Det här är nytt", "known": "Har du gått kursen förut? Då räcker det att ta del av det här.",
        "goal": "berätta vad som har ändrats sedan du gick kursen", "summary": "En kort uppdatering för dig som redan har gått kursen.",
    },
    "en": {
        "title": "Refresher {year}: {title}", "module": "What is new", "lesson": "This is new", "known": "Have you taken the course before? Then this is all you need.",
        "goal": "tell what has changed since you took the course", "summary": "A short refresher for those who have taken the course.",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Refresher:
    """`files` are new texts by path. Besides them the parts need their lessons, sets and media."""

    id: str
    parts: tuple[Part, ...]
    files: Mapping[str, str]


def refreshed_parts(old: Course, new: Course) -> tuple[Part, ...]:
    """Parts that are new, whose text has changed, that show a set which has, or that cite a law which reads differently."""
    law = _changed_law(old, new)
    return tuple(part for part in new.parts if _is_new(part, old, new, law))


def refresher(old: Course, new: Course, lines: Sequence[str], year: int) -> Refresher:
    """`lines` say what is new, in the language of the course. The courses are as they were opened from releases."""
    suffix = f"-uppdatering-{year}"
    identifier = new.id[: LONGEST_ID - len(suffix)].rstrip("-") + suffix
    parts = refreshed_parts(old, new)
    files = {ROOT: _root(new, identifier, parts, year), NEWS: _news(new, lines)}
    return Refresher(identifier, parts, files)


def without_strangers(text: str, lessons: Collection[str], parts: Collection[str]) -> str:
    """A lesson whose links to lessons that do not come along are plain words."""
    known = {*(path.rpartition("/")[2] for path in lessons), *parts}

    def shown(link: Match[str]) -> str:
        target = link["target"].partition("#")[0]
        inside = target and ":" not in target and not link["picture"] and not target.startswith("media/")
        return link["label"] if inside and target.rpartition("/")[2] not in known else link[0]

    return LINK.sub(shown, text)


def _is_new(part: Part, old: Course, new: Course, law: Collection[str]) -> bool:
    if old.part_digests.get(part.key) != new.part_digests[part.key]:
        return True
    if not isinstance(part, Lesson):
        words = part.model_dump_json()
    else:
        words = part.source
        used = {block.use for block in part.blocks if isinstance(block, QuizBlock | FilmBlock) and block.use}
        shown = [new.shared[name].key for name in used if name in new.shared]
        if any(old.part_digests.get(key) != new.part_digests.get(key) for key in shown):
            return True
    return any(f"({name})" in words for name in law)


def _changed_law(old: Course, new: Course) -> set[str]:
    law = {f"law:{name}" for name, one in new.law.items() if name in old.law and old.law[name].wordings != one.wordings}  # fmt: skip
    crc = {f"crc:{number}" for number, one in new.crc.items() if number in old.crc and old.crc[number].says != one.says}  # fmt: skip
    return law | crc


def _root(course: Course, identifier: str, parts: Sequence[Part], year: int) -> str:
    words = WORDS[course.language]
    module = {
        "id": "nytt",
        "title": words["module"],
        "goals": [words["goal"]],
        "lessons": [NEWS, *(_entry(part) for part in parts)],
    }
    value = {
        "id": identifier, "title": words["title"].format(year=year, title=course.title), "language": course.language,
        "summary": words["summary"], "audience": list(course.audience), "modules": [module],
    }  # fmt: skip
    return "\n".join(block_lines(value, 0)) + "\n"


def _entry(part: Part) -> str | dict[str, str]:
    return part.file if isinstance(part, Lesson) else {part.part_kind: part.id}


def _news(course: Course, lines: Sequence[str]) -> str:
    words = WORDS[course.language]
    told = "\n".join(f"- {line}" for line in lines)
    return f"---\nid: nytt\n---\n# {words['lesson']}\n\n{words['known']}\n\n{told}\n"
