"""What the region has filled in: routines, support, the portal. An empty field says so.

On a page of the application a unit's own stand there instead: `with_own`.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Protocol

from course_builder.content.blocks.local import Local
from course_builder.content.render.paint import Paint

OWN = re.compile(r'<ul data-local="(?P<show>[a-z0-9_.]+)">.*?</ul>', re.DOTALL)
TITLES = {"routines": "local_routines", "support": "local_support", "portal": "local_portal"}


class Place(Protocol):
    """A routine or somebody who gives support: what it is called, where, and its page."""

    @property
    def title(self) -> str | None: ...
    @property
    def where(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...


def with_own(html: str, own: Mapping[str, Iterable[Place]], words: Mapping[str, str]) -> str:
    """The sealed page with what a unit says of its own, by what a block shows; the region's stand where it says nothing."""

    def put(found: re.Match[str]) -> str:
        rows = "".join(f"<li>{_place(one, words)}</li>" for one in own.get(found["show"], ()))
        return f"<ul>{rows}</ul>" if rows else found[0]

    return OWN.sub(put, html)


def local(block: Local, level: int, paint: Paint) -> str:
    what, _, which = block.show.partition(".")
    title = block.title or paint.words[TITLES[what]]
    rows = {"routines": _routines, "support": _support, "portal": _portal}[what](which, paint)
    shown = (
        "".join(f"<li>{row}</li>" for row in rows) or f'<li class="muted">{paint.words["local_empty"]}</li>'
    )
    heading = f"<h{level}>{paint.icon('map-pin')}{paint.inline(title)}</h{level}>"
    mark = f' data-local="{escape(block.show)}"' if paint.sealed else ""
    return f'<section class="card local stack">{heading}<ul{mark}>{shown}</ul></section>'


def _routines(which: str, paint: Paint) -> list[str]:
    routines = paint.course.region.routines
    shown = [routines[which]] if which in routines else [] if which else list(routines.values())
    return [row for row in (_place(routine, paint.words) for routine in shown) if row]


def _support(which: str, paint: Paint) -> list[str]:
    return [_place(contact, paint.words) for contact in paint.course.region.support]


def _place(found: Place, words: Mapping[str, str]) -> str:
    title = f"<strong>{escape(found.title)}</strong>" if found.title else ""
    where = escape(found.where or "")
    if found.url:
        where = _link(found.url, found.where or found.url, words)
    return f"{title}: {where}" if title and where else title or where


def _portal(which: str, paint: Paint) -> list[str]:
    portal, words = paint.course.region.portal, paint.words
    named = [f"<strong>{escape(portal.name)}</strong>"] if portal.name else []
    doors = [(portal.staff, words["local_staff"]), (portal.external, words["local_external"])]
    return named + [_link(address, label, words) for address, label in doors if address]


def _link(address: str, label: str, words: Mapping[str, str]) -> str:
    return (
        f'<a class="out" href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(label)}'
        f'<span class="vh"> ({words["in_new_tab"]})</span></a>'
    )
