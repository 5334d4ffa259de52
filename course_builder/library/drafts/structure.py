"""Modules and what they hold: added, moved, renamed, duplicated and removed, each as one revision that can be undone."""

import secrets
from collections.abc import Mapping

from course_builder.content.editing.ids import with_ids
from course_builder.content.names import free_name, slug
from course_builder.content.reading import ROOT
from course_builder.content.structure import changing, copying, fresh
from course_builder.content.structure.changing import Gone
from course_builder.content.structure.outline import Outline
from course_builder.library.drafts.bench import MODULE, Bench, Changed
from course_builder.library.drafts.models import Verb
from course_builder.library.drafts.saving import Content

Files = dict[str, Content | None]


def add(bench: Bench, kind: str, title: str, after: str) -> Changed:
    """A new lesson, quiz, film discussion, module or item of the hour, with a beginning to write over.

    `after` is the key of a leaf or module that it comes after; empty: last.
    """
    if kind == "module":
        return _add_module(bench, title, after)
    name = free_name(slug(title) or kind, bench.taken())
    path, words, value = fresh.leaf(kind, name, title, is_meeting=bench.outline.is_meeting)
    module, neighbour = _place(bench.outline, after)
    root = with_ids(changing.add_leaf(bench.root, value, module, neighbour), ROOT, secrets.choice)
    more: dict[str, Content | None] = {path: with_ids(words, path, secrets.choice)} if path else {}
    return Changed(bench.save(root, Verb.ADDED, title, more), title, bench.new_key(root))


def use(bench: Bench, kind: str, name: str, title: str, after: str) -> Changed:
    """A shared set, linked: what is changed in it is changed in every course that has it."""
    module, neighbour = _place(bench.outline, after)
    value = fresh.entry(kind, name, title, is_meeting=bench.outline.is_meeting)
    root = with_ids(changing.add_leaf(bench.root, value, module, neighbour), ROOT, secrets.choice)
    return Changed(bench.save(root, Verb.ADDED, title), title, bench.new_key(root))


def own_copy(
    bench: Bench, kind: str, words: str, title: str, media: Mapping[str, Content], after: str
) -> Changed:
    """A set of the course's own, with ids of its own, beside the one it was copied from."""
    name = free_name(slug(title) or kind, bench.taken())
    module, neighbour = _place(bench.outline, after)
    value = fresh.entry(kind, name, title, is_meeting=bench.outline.is_meeting)
    root = with_ids(changing.add_leaf(bench.root, value, module, neighbour), ROOT, secrets.choice)
    copied = copying.copied_set(words, name, title, secrets.choice)
    more: dict[str, Content | None] = {f"quizzes/{name}.yaml": copied}
    more |= {f"quizzes/{path}": content for path, content in media.items()}
    return Changed(bench.save(root, Verb.ADDED, title, more), title, bench.new_key(root))


def remove(bench: Bench, key: str) -> Changed:
    """The files that only the removed part used go with it; undoing brings them back."""
    if key.startswith(MODULE):
        branch = bench.outline.branch(key.removeprefix(MODULE))
        if branch is None:
            raise Gone(key)
        root = changing.remove_module(bench.root, branch.id)
        gone = [path for leaf in branch.leaves if (path := bench.file_of(leaf))]
        about = branch.title
    else:
        leaf = changing.leaf(bench.root, key)
        root, gone, about = (
            changing.remove_leaf(bench.root, key),
            [path for path in [bench.file_of(leaf)] if path],
            bench.title_of(leaf),
        )
    more: dict[str, Content | None] = dict.fromkeys(gone)
    return Changed(bench.save(root, Verb.REMOVED, about, more), about, _neighbour(bench.outline, key))


def step(bench: Bench, key: str, by: int) -> Changed:
    """One place up (-1) or down (1)."""
    if key.startswith(MODULE):
        root = changing.step_module(bench.root, key.removeprefix(MODULE), by)
    else:
        root = changing.step_leaf(bench.root, key, by)
    return _moved(bench, root, key)


def move(bench: Bench, key: str, module: str, to: int) -> Changed:
    """To a place of its own: a module among modules, a leaf in a module."""
    if key.startswith(MODULE):
        root = changing.move_module(bench.root, key.removeprefix(MODULE), to)
    else:
        root = changing.move_leaf(bench.root, key, module, to)
    return _moved(bench, root, key)


def rename(bench: Bench, key: str, title: str) -> Changed:
    """A module and an item are named in the course file, a lesson and a set of the course's own in themselves."""
    if key.startswith(MODULE):
        root = changing.rename_module(bench.root, key.removeprefix(MODULE), title)
        return Changed(bench.save(root, Verb.EDITED, title), title, key)
    leaf = changing.leaf(bench.root, key)
    if leaf.item:
        return Changed(
            bench.save(changing.rename_item(bench.root, key, title), Verb.EDITED, title), title, key
        )
    path = bench.file_of(leaf)
    if path is None:
        raise Gone(key)
    more: dict[str, Content | None] = {path: copying.retitled(bench.text(path), path, title)}
    return Changed(bench.save(bench.root, Verb.EDITED, title, more), title, key)


def _add_module(bench: Bench, title: str, after: str) -> Changed:
    taken = bench.taken()
    name = free_name(slug(title) or "modul", taken)
    first = free_name(f"{name}-1", taken | {name})
    path, words, value = fresh.leaf("lesson", first, title, is_meeting=False)
    module = {"id": name, "title": title, "lessons": [value]}
    held = None if not after else _place(bench.outline, after)[0]
    root = changing.add_module(bench.root, module, held)
    return Changed(bench.save(root, Verb.ADDED, title, {path: with_ids(words, path, secrets.choice)}), title, f"{MODULE}{name}")  # fmt: skip


def _moved(bench: Bench, root: str, key: str) -> Changed:
    if key.startswith(MODULE):
        branch = bench.outline.branch(key.removeprefix(MODULE))
        about = branch.title if branch else ""
    else:
        about = bench.title_of(changing.leaf(bench.root, key))
    return Changed(bench.save(root, Verb.MOVED, about), about, key)


def _place(known: Outline, after: str) -> tuple[str, str | None]:
    """The module a new leaf goes into, and the leaf it comes after; last of all when nothing is said."""
    if after.startswith(MODULE) and known.branch(after.removeprefix(MODULE)):
        return after.removeprefix(MODULE), None
    held = known.find(after) if after else None
    if held is not None:
        return held[0].id, after
    if not known.branches:
        raise Gone
    return known.branches[-1].id, None


def _neighbour(known: Outline, key: str) -> str:
    """What is looked at once something is gone: what came after it, else before it, else its module."""
    if key.startswith(MODULE):
        ids = [branch.id for branch in known.branches]
        place = ids.index(key.removeprefix(MODULE))
        rest = ids[place + 1 :] + ids[:place][::-1]
        return f"{MODULE}{rest[0]}" if rest else ""
    held = known.find(key)
    if held is None:
        return ""
    keys = [leaf.key for leaf in held[0].leaves]
    rest = keys[held[1] + 1 :] + keys[: held[1]][::-1]
    return rest[0] if rest else "" if known.is_meeting else f"{MODULE}{held[0].id}"
