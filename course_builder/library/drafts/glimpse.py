"""One part of a draft as a reader would meet it, from a text that need not be saved; nothing is kept of it."""

import json
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from sqlalchemy.orm import Session

from course_builder.content.media import Media
from course_builder.content.media_places import OWN, PlacedMedia
from course_builder.content.overlaid import OverlaidTree
from course_builder.content.reading import ROOT
from course_builder.content.shelves import Lookup, Shelf
from course_builder.content.single import Single, SinglePart
from course_builder.content.tree import Tree
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.library.drafts.trees import DraftTree, tree

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

    def single(self, path: str, text: str | None, chosen: str | None, today: date) -> Single:
        """`chosen` is the id of the module, or of the item of an hour, that is looked at in `course.yaml`."""
        own = self.tree if text is None else OverlaidTree(self.tree, {path: text})
        lookup = Lookup(own, "", self.behind, media=PlacedMedia())
        return SinglePart(lookup, today, path=path, chosen=chosen).single()

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
    """The files of a draft are fetched once for all that is typed between two savings."""

    shelf: DraftShelf
    _trees: OrderedDict[tuple[int, int], DraftTree] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def around(self, session: Session, draft: Draft) -> Surroundings:
        own = self._tree(session, draft)
        behind = self.shelf.behind(session)
        if draft.kind != Kind.SET:
            return Surroundings(own, behind)
        return Surroundings(OverlaidTree(own, {ROOT: alone(draft)}), behind)

    def _tree(self, session: Session, draft: Draft) -> DraftTree:
        key = (draft.id, draft.head)
        with self._lock:
            found = self._trees.get(key)
        if found is None:
            found = tree(session, self.shelf.store, draft)
        with self._lock:
            self._trees[key] = found
            self._trees.move_to_end(key)
            while len(self._trees) > KEPT:
                self._trees.popitem(last=False)
        return found


def alone(draft: Draft) -> str:
    """Of what kind the set is, is seen when it is read."""
    return ALONE.format(title=json.dumps(draft.title, ensure_ascii=False), kind="film", name=draft.name)
