"""Copies within a course: of a module with all that is in it, of a lesson, a set or an item of the hour."""

import secrets
from collections.abc import Collection, Mapping

from course_builder.content.editing.ids import with_ids
from course_builder.content.names import free_name, slug
from course_builder.content.reading import ROOT
from course_builder.content.structure import changing, copying
from course_builder.content.structure.changing import Gone
from course_builder.content.structure.outline import Leaf
from course_builder.library.drafts.bench import MODULE, Bench, Changed
from course_builder.library.drafts.models import Verb
from course_builder.library.drafts.saving import Content
from course_builder.library.drafts.sets import shared_set

Files = dict[str, Content | None]


def duplicate(bench: Bench, key: str, suffix: str) -> Changed:
    """A copy just after, with ids of its own. `suffix` is what its title ends with, such as ” (kopia)”."""
    if key.startswith(MODULE):
        return _duplicate_module(bench, key.removeprefix(MODULE), suffix)
    leaf = changing.leaf(bench.root, key)
    value, more, named = _copied(bench, leaf, suffix, bench.taken())
    held = bench.outline.find(key)
    if held is None:
        raise Gone(key)
    root = with_ids(changing.add_leaf(bench.root, value, held[0].id, key), ROOT, secrets.choice)
    return Changed(bench.save(root, Verb.DUPLICATED, named, more), named, bench.new_key(root))


def _duplicate_module(bench: Bench, identifier: str, suffix: str) -> Changed:
    branch = bench.outline.branch(identifier)
    if branch is None:
        raise Gone(identifier)
    taken, more, values = bench.taken(), Files(), []
    for leaf in filter(bench.has, branch.leaves):
        value, files_, _ = _copied(bench, leaf, "", taken)
        taken |= {path.rpartition("/")[2].rpartition(".")[0] for path in files_}
        more |= files_
        values.append(value)
    name, named = free_name(identifier, taken), f"{branch.title}{suffix}"
    module = copying.copied_module(bench.root, branch.index, name, named, values)
    root = changing.add_module(bench.root, module, identifier)
    return Changed(bench.save(root, Verb.DUPLICATED, named, more), named, f"{MODULE}{name}")


def _copied(
    bench: Bench, leaf: Leaf, suffix: str, taken: Collection[str]
) -> tuple[changing.Value, Files, str]:
    """What stands in the course file for the copy, its files, and its title.

    A linked set cannot be in a course twice, so its copy is the course's own.
    """
    named = f"{bench.title_of(leaf)}{suffix}"
    if leaf.kind == "item":
        return copying.copied_item(bench.root, bench.outline, leaf.key, named, ""), {}, named
    name = free_name(slug(leaf.name.rpartition("/")[2].removesuffix(".md")), taken)
    refers = f"{name}.md" if leaf.kind == "lesson" else name
    more = _copied_set(bench, leaf, name, named) if leaf.is_set else _copied_lesson(bench, leaf, name, named)
    if leaf.item:
        return copying.copied_item(bench.root, bench.outline, leaf.key, named, refers), more, named
    return (refers if leaf.kind == "lesson" else {leaf.kind: name}), more, named


def _copied_lesson(bench: Bench, leaf: Leaf, name: str, named: str) -> Files:
    path = bench.file_of(leaf)
    if path is None:
        raise Gone(leaf.key)
    return {f"{name}.md": copying.copied_lesson(bench.text(path), name, named, secrets.choice)}


def _copied_set(bench: Bench, leaf: Leaf, name: str, named: str) -> Files:
    path = bench.file_of(leaf)
    words, media = (bench.text(path), {}) if path else _shared(bench, leaf)
    return {f"quizzes/{name}.yaml": copying.copied_set(words, name, named, secrets.choice), **media}


def _shared(bench: Bench, leaf: Leaf) -> tuple[str, Mapping[str, Content]]:
    """The text of a set of the library, and its media where the course's own sets have theirs."""
    known = shared_set(bench.session, leaf.name)
    if known is None:
        raise Gone(leaf.key)
    return known.text, {f"quizzes/{path}": content for path, content in known.media.items()}
