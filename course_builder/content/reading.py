"""Read a course: a tree of text files in, a Course and every problem out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from course_builder.content import citations, common
from course_builder.content.common import Common, read_common
from course_builder.content.course import Course, Module, SharedSet
from course_builder.content.digest import digest
from course_builder.content.ids import Gap, IdFinder
from course_builder.content.keys import letters
from course_builder.content.models.course import CourseFile
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.parts import PartReader
from course_builder.content.problems import Code, Place, Problem, in_order
from course_builder.content.shelves import Found, Lookup, Shelf
from course_builder.content.sources import Source
from course_builder.content.tree import Tree
from course_builder.content.validate import mapping, validate

ROOT = "course.yaml"
APART = (common.LAW, common.CRC, common.REGION, common.GLOSSARY)
"""Files whose words reach a reader only where a course cites them."""

DRAFT = "utkast"

NO_COURSE = Code("no-course", "error", "Här finns ingen kurs: filen course.yaml saknas.", "There is no course here: course.yaml is missing.",
                 "Ange kursens mapp, eller börja med course-builder new.", "Name the course's folder, or begin with course-builder new.")  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """`course` is None when it cannot be put together; `draft` then holds the parts that could be read.

    `found` says where each shared name was found.
    """

    course: Course | None
    draft: Course | None
    problems: tuple[Problem, ...]
    found: Mapping[str, str]
    sources: Mapping[str, Source]
    gaps: tuple[Gap, ...]
    law: Mapping[str, LawEntry]
    crc: Mapping[int, CrcEntry]
    cited: citations.Citations


def read(tree: Tree, shelves: Sequence[Shelf] = (), *, today: date, name: str = "") -> Reading:
    """Read the course whose `course.yaml` stands at the tree's root.

    `name` is what paths of the course begin with when shown to a person, such as `courses/grundutbildning/`.
    """
    return CourseReader(Lookup(tree, name, shelves), today).read()


@dataclass
class CourseReader:
    lookup: Lookup
    today: date
    ids: IdFinder = field(default_factory=IdFinder)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = PartReader(self.lookup, self.ids, self.problems)

    def read(self) -> Reading:
        root = self.lookup.own(ROOT)
        if root is None:
            if not self.lookup.problems:
                self.problems.append(NO_COURSE.at(Place(self.lookup.name + ROOT)))
            return self._reading(None, None)
        file = self._root(root)
        draft = CourseFile.model_construct(id=DRAFT, title=DRAFT, audience=())
        modules = self._modules(file) if file else self._named_modules(root.source)
        shared = self._common()
        cited = citations.collect(self._read_by_people())
        citations.follow(cited, shared.law, shared.crc)
        self.problems += citations.problems(cited, shared.law, shared.crc, shared.region, shared.faulty)
        self.parts.found.update(_where(shared, cited))
        course = self._course(file or draft, modules, shared, cited)
        return self._reading(course, shared, cited, whole=file is not None)

    def _reading(
        self,
        course: Course | None,
        shared: Common | None,
        cited: citations.Citations | None = None,
        whole: bool = False,
    ) -> Reading:
        return Reading(
            course=course if whole else None,
            draft=course,
            problems=in_order([*self.problems, *self.lookup.problems]),
            found=self.parts.found,
            sources=self.lookup.sources,
            gaps=tuple(self.ids.gaps),
            law=shared.law if shared else {},
            crc=shared.crc if shared else {},
            cited=cited or citations.collect(()),
        )

    def _common(self) -> Common:
        return read_common(self.lookup, self.problems)

    def _root(self, root: Found) -> CourseFile | None:
        value, problems = mapping(root.source)
        self.problems += problems
        if value is None:
            return None
        self.problems += self.ids.complete(value, CourseFile)
        file, problems = validate(CourseFile, value, Place(root.source.file), {"media": root.media})
        self.problems += problems
        return file

    def _modules(self, file: CourseFile) -> tuple[Module, ...]:
        if file.kind == "meeting":
            return (Module(file.id, file.title, None, (), self.parts.agenda(file.agenda), file.place),)
        made = []
        for entry in file.modules:
            parts = self.parts.entries(entry.lessons, entry.items_at("lessons"))
            whole = len(parts) == len(entry.lessons)
            made.append(Module(entry.id, entry.title, entry.minutes, entry.goals, parts, entry.place, whole))
        return tuple(made)

    def _named_modules(self, source: Source) -> tuple[Module, ...]:
        """A broken course.yaml must not hide the problems of the files it names."""
        return (Module(DRAFT, DRAFT, None, (), self.parts.named_in(source), Place(source.file)),)

    def _read_by_people(self) -> list[Source]:
        """The course's own files and the shared sets it uses."""
        return [
            source for source in self.lookup.sources.values() if source.file.rpartition("/")[2] not in APART
        ]

    def _course(
        self, file: CourseFile, modules: tuple[Module, ...], shared: Common, cited: citations.Citations
    ) -> Course:
        sets, texts = self.parts.shared, self.parts.texts
        articles = {*cited.crc, *(number for made in sets.values() for number in _articles_of(made))}
        media = tuple(sorted(self.lookup.media.found.values(), key=lambda item: item.name))
        law = {name: shared.law[name] for name in sorted(cited.law) if name in shared.law}
        crc = {number: shared.crc[number] for number in sorted(articles) if number in shared.crc}
        return Course(
            id=file.id, title=file.title, kind=file.kind, language=file.language, summary=file.summary or "",
            audience=file.audience, completion=file.completion, certificate=file.certificate, review_by=file.review_by,
            renew=file.renew, version=file.version, cover=file.cover, own_minutes=file.minutes, modules=modules,
            agenda=file.agenda, shared=dict(sets), law=law, crc=crc, region=shared.region, glossary=shared.glossary,
            media=media, today=self.today,
            digest=digest([file, *law.values(), *crc.values(), shared.region], texts.values(), media),
            part_digests={key: letters(text.encode(), 2) for key, text in texts.items()},
            place=file.place, variants=file.variants,
        )  # fmt: skip


def _where(shared: Common, cited: citations.Citations) -> Iterator[tuple[str, str]]:
    """The file of each provision and article that is cited, and of the region."""
    yield from ((f"law:{name}", shared.law[name].place.file) for name in cited.law if name in shared.law)
    yield from (
        (f"crc:{number}", shared.crc[number].place.file) for number in cited.crc if number in shared.crc
    )
    if shared.region_file is not None:
        yield "region", shared.region_file


def _articles_of(made: SharedSet) -> Iterable[int]:
    if isinstance(made, FilmDiscussion):
        return made.articles
    return (number for question in made.questions for number in question.articles)
