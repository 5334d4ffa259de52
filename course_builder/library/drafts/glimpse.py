"""One part of a draft as a reader would meet it, from a text that need not be saved; nothing is kept of it."""

import json
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import Lock

from sqlalchemy.orm import Session

from course_builder.content.common import Common, read_common
from course_builder.content.media import Media
from course_builder.content.media_places import OWN, PlacedMedia
from course_builder.content.overlaid import OverlaidTree
from course_builder.content.reading import APART, ROOT
from course_builder.content.shelves import Lookup, Shelf
from course_builder.content.single import Single, SinglePart
from course_builder.content.tree import Tree
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.library.drafts.trees import tree

KEPT = 12
"""Drafts that are written just now."""
ALONE = """\
id: utkast
title: {title}
audience:
  - medarbetare
modules:
  - id: utkast
    title: {title}
    lessons:
      - {kind}: {name}
"""
"""The course that a shared set is shown in when it is looked at by itself."""
WEBVTT = ".vtt"


@dataclass(frozen=True)
class Surroundings:
    """What a part can name: its draft's own files, and what stands behind every draft."""

    tree: Tree
    behind: tuple[Shelf, ...]

    @cached_property
    def common(self) -> Common:
        """Half the time of a glimpse, were it read each time."""
        return read_common(Lookup(self.tree, "", self.behind), [])

    def single(self, path: str, text: str | None, chosen: str | None, today: date) -> Single:
        """`chosen` is the id of the module, or of the item of an hour, that is looked at in `course.yaml`."""
        own = self.tree if text is None else OverlaidTree(self.tree, {path: text})
        lookup = Lookup(own, "", self.behind, media=PlacedMedia())
        common = None if path in APART else self.common
        return SinglePart(lookup, today, path=path, chosen=chosen, common=common).single()

    def medium(self, place: str) -> Media | None:
        """The file of a name that `PlacedMedia` gave, also of captions that are sent as WebVTT."""
        shelves = (Shelf(self.tree, OWN), *self.behind)
        for path in (place, place.removesuffix(WEBVTT)):
            for shelf in shelves:
                blob = shelf.tree.get(path.removeprefix(shelf.name)) if path.startswith(shelf.name) else None
                if blob is not None:
                    return Media(path, path, path, blob)
        return None


@dataclass
class Glimpses:
    """What stands around a draft is fetched once for all that is typed between two savings."""

    shelf: DraftShelf
    _around: OrderedDict[tuple[int, int], Surroundings] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def around(self, session: Session, draft: Draft) -> Surroundings:
        key, behind = (draft.id, draft.head), self.shelf.behind(session)
        with self._lock:
            found = self._around.get(key)
        if found is None or found.behind is not behind:
            found = Surroundings(self._tree(session, draft), behind)
        with self._lock:
            self._around[key] = found
            self._around.move_to_end(key)
            while len(self._around) > KEPT:
                self._around.popitem(last=False)
        return found

    def _tree(self, session: Session, draft: Draft) -> Tree:
        own = tree(session, self.shelf.store, draft)
        return OverlaidTree(own, {ROOT: alone(draft)}) if draft.kind == Kind.SET else own


def alone(draft: Draft) -> str:
    """Of what kind the set is, is seen when it is read."""
    return ALONE.format(title=json.dumps(draft.title, ensure_ascii=False), kind="film", name=draft.name)
