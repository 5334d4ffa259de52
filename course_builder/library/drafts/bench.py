"""A draft held for one change of its structure, and what is asked of it while it is."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.content.editing.ids import with_ids
from course_builder.content.media import inside
from course_builder.content.reading import ROOT
from course_builder.content.structure import changing
from course_builder.content.structure.changing import Gone
from course_builder.content.structure.outline import Leaf, Outline
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.models import Draft, Verb
from course_builder.library.drafts.reading import files, text
from course_builder.library.drafts.saving import Content, save
from course_builder.library.drafts.titles import set_titles

MODULE = "module:"
"""What the key of a module begins with; the rest is its id."""


@dataclass
class Bench:
    """A draft that is held for one change, and who makes it. To be used within one transaction."""

    session: Session
    draft: Draft
    by: int | None
    now: datetime

    def __post_init__(self) -> None:
        self.session.refresh(self.draft, with_for_update=True)
        root = text(self.session, self.draft, ROOT)
        if root is None:
            raise Gone(ROOT)
        self.root = with_ids(root, ROOT, secrets.choice)

    @property
    def outline(self) -> Outline:
        return changing.read(self.root)

    def key(self, asked: str) -> str:
        """The key of what had no id when a page showed it: it has one now."""
        what, _, place = asked.partition(":")
        if not place.startswith("#") or not place[1:].isdecimal():
            return asked
        known, index = self.outline, int(place[1:])
        if what == "module" and index < len(known.branches):
            return f"{MODULE}{known.branches[index].id}"
        if known.is_meeting and index < len(known.branches[0].leaves):
            return known.branches[0].leaves[index].key
        return asked

    def text(self, path: str) -> str:
        """Gone when there is no such text."""
        found = text(self.session, self.draft, path)
        if found is None:
            raise Gone(path)
        return found

    def taken(self) -> set[str]:
        """Names that no new file, set or module may have."""
        known = self.outline
        own = {path.rpartition("/")[2].rpartition(".")[0] for path in files(self.session, self.draft)}
        named = {leaf.name.removesuffix(".md") for leaf in known.leaves()} | {
            leaf.item for leaf in known.leaves()
        }
        return own | named | {branch.id for branch in known.branches}

    def save(
        self, root: str, verb: Verb, about: str, more: Mapping[str, Content | None] | None = None
    ) -> int:
        """The number of the revision."""
        changes: dict[str, Content | None] = {ROOT: root, **(more or {})}
        return save(self.session, self.draft, changes, self.draft.head, verb, about, self.by, self.now).number

    def file_of(self, leaf: Leaf) -> str | None:
        """The course's own file of a leaf, if it has one."""
        there = files(self.session, self.draft)
        if leaf.is_set:
            wanted = [f"{leaf.name}.yaml", f"quizzes/{leaf.name}.yaml"]
        else:
            wanted = [inside(leaf.name) or ""] if leaf.kind == "lesson" else []
        return next((path for path in wanted if path in there), None)

    def has(self, leaf: Leaf) -> bool:
        """Whether what the course names is there: in its own folder, or as a shared set."""
        if leaf.kind == "item" or self.file_of(leaf) is not None:
            return True
        return leaf.is_set and bool(set_titles(self.session, [leaf.name]))

    def title_of(self, leaf: Leaf) -> str:
        """As a person knows it."""
        path = self.file_of(leaf)
        if leaf.title or path:
            return leaf.title or title_of(path or "", self.text(path or "")) or leaf.name
        return set_titles(self.session, [leaf.name]).get(leaf.name, leaf.name)

    def new_key(self, root: str) -> str:
        """Of the leaf that `root` has and the course had not."""
        before = {leaf.key for leaf in self.outline.leaves()}
        return next((leaf.key for leaf in changing.read(root).leaves() if leaf.key not in before), "")


@dataclass(frozen=True)
class Changed:
    """A revision, what it was about, and the key of what is now to be looked at (empty: the whole course)."""

    revision: int
    about: str
    key: str = ""
