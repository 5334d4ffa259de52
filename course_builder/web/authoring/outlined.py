"""The outline of a course as its page shows it: modules, what they hold, and where each has its page."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for
from sqlalchemy.orm import Session

from course_builder.content.media import inside
from course_builder.content.reading import ROOT
from course_builder.content.structure.outline import Branch, Leaf, outline
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.titles import set_titles, titles

ICONS: Mapping[str, str] = {
    "lesson": "file-text",
    "film": "clapperboard",
    "quiz": "list-checks",
    "item": "clock",
}


@dataclass(frozen=True)
class Twig:
    """A leaf with its title and its page. `file` is empty for what stands in the course file itself or nowhere."""

    leaf: Leaf
    title: str
    file: str
    address: str
    is_there: bool
    linked: bool
    """Whether other courses have it too: a shared set."""

    @property
    def icon(self) -> str:
        return ICONS[self.leaf.kind]


@dataclass(frozen=True)
class Limb:
    branch: Branch
    address: str
    twigs: tuple[Twig, ...]


@dataclass(frozen=True)
class Shown:
    """None of it when the course file cannot be read: `limbs` is empty and `is_readable` False."""

    draft: Draft
    limbs: tuple[Limb, ...]
    is_meeting: bool
    is_readable: bool = True

    def twigs(self) -> tuple[Twig, ...]:
        return tuple(twig for limb in self.limbs for twig in limb.twigs)


def shown(session: Session, draft: Draft) -> Shown:
    """Quick also for a thousand lessons: of each only the first lines are read."""
    known = outline(text(session, draft, ROOT) or "")
    if known is None:
        return Shown(draft, (), is_meeting=False, is_readable=False)
    own = titles(session, draft)
    shared = set_titles(session, [leaf.name for leaf in known.leaves() if leaf.is_set])
    limbs = tuple(
        Limb(
            branch,
            address(draft, "" if known.is_meeting else f"module/{branch.id}"),
            tuple(_twig(draft, leaf, own, shared) for leaf in branch.leaves),
        )
        for branch in known.branches
    )
    return Shown(draft, limbs, known.is_meeting)


def address(draft: Draft, part: str = "", course: str | None = None) -> str:
    """The page of a draft, or of a part of it; of a shared set also as it is seen from one course."""
    if not part:
        return url_for("editor.page", kind=draft.kind, name=draft.name, course=course)
    return url_for("editor.part", kind=draft.kind, name=draft.name, part=part, course=course)


def _twig(draft: Draft, leaf: Leaf, own: Mapping[str, str], shared: Mapping[str, str]) -> Twig:
    if leaf.is_set:
        return _set(draft, leaf, own, shared)
    path = inside(leaf.name) or "" if leaf.kind == "lesson" else ""
    title = leaf.title or own.get(path, "") or path.removesuffix(".md") or leaf.item
    if leaf.item:
        return Twig(
            leaf, title, path, address(draft, f"item/{leaf.item}"), leaf.kind == "item" or path in own, False
        )
    return Twig(leaf, title, path, address(draft, path or ROOT), path in own, linked=False)


def _set(draft: Draft, leaf: Leaf, own: Mapping[str, str], shared: Mapping[str, str]) -> Twig:
    """The course's own file comes before the library's, as when the course is read."""
    file = own_set(own, leaf.name)
    if file is not None:
        return Twig(
            leaf, leaf.title or own[file] or leaf.name, file, address(draft, file), True, linked=False
        )
    title = leaf.title or shared.get(leaf.name, "") or leaf.name
    there = leaf.name in shared
    where = url_for("editor.page", kind=Kind.SET.value, name=leaf.name, course=draft.name) if there else ""
    return Twig(leaf, title, "", where, there, linked=there)


def own_set(files: Mapping[str, str], name: str) -> str | None:
    """Where a course keeps a set of its own."""
    return next((path for path in (f"{name}.yaml", f"quizzes/{name}.yaml") if path in files), None)
