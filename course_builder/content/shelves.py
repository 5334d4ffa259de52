"""Where names are looked up: the course's own folder first, then each shelf in turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from course_builder.content.media import MediaFinder, MediaShelf
from course_builder.content.problems import Problem
from course_builder.content.sources import Source, read_source
from course_builder.content.tree import Tree


@dataclass(frozen=True)
class Shelf:
    """A root that holds `courses/` and `quizzes/`. `name` is what its paths begin with when shown to a person."""

    tree: Tree
    name: str = ""


@dataclass(frozen=True)
class Found:
    """A source file with the means to find the media it names."""

    source: Source
    media: MediaFinder


@dataclass
class Lookup:
    """The files of one reading: the course's own tree and the shelves behind it."""

    tree: Tree
    name: str
    shelves: Sequence[Shelf]
    media: MediaShelf = field(default_factory=MediaShelf)
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)

    def own(self, path: str, folder: str = "") -> Found | None:
        """A file of the course folder."""
        return self._read(self.tree, self.name, path, folder)

    def shared_set(self, identifier: str) -> Found | None:
        """A quiz or film discussion by id."""
        file = f"{identifier}.yaml"
        for folder in ("", "quizzes"):
            found = self._read(self.tree, self.name, f"{folder}/{file}".lstrip("/"), folder)
            if found is not None:
                return found
        for shelf in self.shelves:
            found = self._read(shelf.tree, shelf.name, f"quizzes/{file}", "quizzes")
            if found is not None:
                return found
        return None

    def refused(self, file: str) -> bool:
        """Whether a file of this name is there but could not be read, which is told already."""
        return any(problem.place.file.endswith(file) for problem in self.problems)

    def common(self, file: str) -> Iterator[Found]:
        """Every `law.yaml`, `crc.yaml` ... from the nearest to the farthest."""
        own = self.own(file)
        if own is not None:
            yield own
        for shelf in self.shelves:
            found = self._read(shelf.tree, shelf.name, f"courses/{file}", "courses")
            if found is not None:
                yield found

    def _read(self, tree: Tree, name: str, path: str, folder: str) -> Found | None:
        shown = name + path
        if shown not in self.sources:
            source, problems = read_source(tree, path, shown)
            self.problems += problems
            if source is None:
                return None
            self.sources[shown] = source
        return Found(self.sources[shown], MediaFinder(self.media, tree, name, folder))
