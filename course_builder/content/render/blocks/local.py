"""What the region has filled in: routines, support, the portal. An empty field says so."""

from html import escape

from course_builder.content.blocks.local import Local
from course_builder.content.models.region import Routine, SupportContact
from course_builder.content.render.paint import Paint

TITLES = {"routines": "local_routines", "support": "local_support", "portal": "local_portal"}


def local(block: Local, level: int, paint: Paint) -> str:
    what, _, which = block.show.partition(".")
    title = block.title or paint.words[TITLES[what]]
    rows = {"routines": _routines, "support": _support, "portal": _portal}[what](which, paint)
    shown = (
        "".join(f"<li>{row}</li>" for row in rows) or f'<li class="muted">{paint.words["local_empty"]}</li>'
    )
    heading = f"<h{level}>{paint.icon('map-pin')}{paint.inline(title)}</h{level}>"
    return f'<section class="card local stack">{heading}<ul>{shown}</ul></section>'


def _routines(which: str, paint: Paint) -> list[str]:
    routines = paint.course.region.routines
    shown = [routines[which]] if which in routines else [] if which else list(routines.values())
    return [row for row in (_place(routine, paint) for routine in shown) if row]


def _support(which: str, paint: Paint) -> list[str]:
    return [_place(contact, paint) for contact in paint.course.region.support]


def _place(found: Routine | SupportContact, paint: Paint) -> str:
    title = f"<strong>{escape(found.title)}</strong>" if found.title else ""
    where = escape(found.where or "")
    if found.url:
        where = _link(found.url, found.where or found.url, paint)
    return f"{title}: {where}" if title and where else title or where


def _portal(which: str, paint: Paint) -> list[str]:
    portal, words = paint.course.region.portal, paint.words
    named = [f"<strong>{escape(portal.name)}</strong>"] if portal.name else []
    doors = [(portal.staff, words["local_staff"]), (portal.external, words["local_external"])]
    return named + [_link(address, label, paint) for address, label in doors if address]


def _link(address: str, label: str, paint: Paint) -> str:
    return (
        f'<a class="out" href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(label)}'
        f'<span class="vh"> ({paint.words["in_new_tab"]})</span></a>'
    )
