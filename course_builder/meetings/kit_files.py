"""What is in a meeting kit, put together from packaging and paper, which do not know each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course_builder.content.file import File
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging.hour_kit import Left
from course_builder.packaging.hour_kit_readme import readme_files
from course_builder.packaging.hour_kit_words import PAPER_FILES
from course_builder.paper.hour import FOR_PARTICIPANTS, HourPapers

PAPERS_ABOUT = 200_000
"""Bytes of the papers, before they are made."""
TEXT, SHRINKS = (".html", ".css", ".js", ".txt"), 3
"""A text takes about a third of its bytes in a zip."""
PARTICIPANTS = "participants"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Kit:
    """`left` are the films that are not in it. `size` is known before anything is made."""

    views: tuple[File, ...]
    papers: HourPapers
    left: tuple[Left, ...]
    built: Tree

    @property
    def size(self) -> int:
        """Bytes, about."""
        sizes = (one.blob.size // (SHRINKS if one.path.endswith(TEXT) else 1) for one in self.views)
        return sum(sizes) + PAPERS_ABOUT

    @property
    def megabytes(self) -> int:
        """Rounded up."""
        return -int(-self.size // MEGABYTE)

    def files(self) -> Iterator[File]:
        """For the zip writer. Printing takes some seconds."""
        yield from self.views
        names = PAPER_FILES[self.papers.course.language]
        pdfs = dict(self._pdfs())
        for name, made in pdfs.items():
            yield File(f"{names[name]}.pdf", BytesBlob(made))
        for name in self.papers.names:
            yield File(f"{names[name]}.html", BytesBlob(self.papers.page(name).encode()))
        listed = [(f"{names[name]}.pdf", self._titles[name]) for name in pdfs]
        listed += [(f"{names[name]}.html", self.papers.title(name)) for name in self.papers.names]
        yield from readme_files(self.papers.course, self.left, listed)

    def _pdfs(self) -> Iterator[tuple[str, bytes]]:
        for name in self.papers.names:
            if name not in FOR_PARTICIPANTS:
                yield name, self.papers.pdf([name], self.built)
        yield PARTICIPANTS, self.papers.pdf(FOR_PARTICIPANTS, self.built)

    @property
    def _titles(self) -> Mapping[str, str]:
        titles = {name: f"{self.papers.title(name)} (PDF)" for name in self.papers.names}
        return {**titles, PARTICIPANTS: f"{self.papers.words['participants_part']} (PDF)"}
