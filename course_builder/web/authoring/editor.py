"""The editor: the outline of a course, one page of it in the middle, and beside it what the learner sees."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request, url_for
from sqlalchemy.orm import Session

from course_builder.content import register
from course_builder.content.common import REGION
from course_builder.content.media import inside
from course_builder.content.parts import IS_QUIZ
from course_builder.content.reading import ROOT
from course_builder.content.structure.outline import Leaf
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.folders import REGISTERS
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft as known_draft
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.uses import courses_using
from course_builder.people.may import Action
from course_builder.web import copies
from course_builder.web.authoring.desk_words import desk_words
from course_builder.web.authoring.found import DRAFT, found
from course_builder.web.authoring.guide import guide, hint
from course_builder.web.authoring.media_words import media_words
from course_builder.web.authoring.outlined import Shown, address, shown
from course_builder.web.guard import allow, permitted, signed_in
from course_builder.web.language import gettext, language
from course_builder.web.records import reading

pages = Blueprint("editor", __name__)

TEXTS = (".md", ".yaml")


@dataclass(frozen=True)
class Open:
    """What stands in the middle: a text of its own, or a form over the place `at` of a file."""

    path: str
    title: str
    eyebrow: str
    at: str = ""
    is_text: bool = False
    current: str = ""
    """What the outline marks: the key of a leaf, or `module:…`, or `course`."""


@pages.get(f"{DRAFT}/")
@allow(Action.WRITE)
def page(kind: str, name: str) -> str:
    return _page(found(kind, name), "")


@pages.get(f"{DRAFT}/<path:part>")
@allow(Action.WRITE)
def part(kind: str, name: str, part: str) -> str:
    """A lesson or another text by its path, `module/ID`, or `item/ID` of an hour."""
    return _page(found(kind, name), part)


def _page(draft: Draft, part: str) -> str:
    session = reading()
    course = draft if draft.kind == Kind.COURSE else _seen_from(session)
    outline = shown(session, course) if course else None
    opened = _opened(session, draft, part, outline)
    words = text(session, draft, opened.path)
    if words is None:
        abort(404)
    as_text = opened.is_text or request.args.get("as") == "text" or _unreadable(draft, outline)
    return render_template(
        "authoring/editor.html", draft=draft, course=course, outline=outline, opened=opened, text=words, as_text=as_text,
        facts=_facts(draft, course, opened), users=_users(session, draft), crumbs=_crumbs(draft, course, opened, outline),
        address=address, registers=REGISTERS if draft.kind == Kind.REGISTER else (), part=part, hint=hint(session, draft, opened.path, words),
        guide=guide(session, draft, outline, signed_in().person_id) if draft.kind == Kind.COURSE and outline else None,
    )  # fmt: skip


def _unreadable(draft: Draft, outline: Shown | None) -> bool:
    return draft.kind == Kind.COURSE and outline is not None and not outline.is_readable


def _seen_from(session: Session) -> Draft | None:
    """The course in whose outline a shared set is shown; only one that she may write."""
    course = known_draft(session, Kind.COURSE, request.args.get("course", ""))
    return course if course is not None and permitted(Action.WRITE, course) else None


def _opened(session: Session, draft: Draft, part: str, outline: Shown | None) -> Open:
    if draft.kind == Kind.SET:
        return _shared(session, draft, outline)
    if draft.kind == Kind.REGISTER:
        return _entry(session, draft, part or REGISTERS[0], request.args.get("at", ""))
    word, _, identifier = part.partition("/")
    if part in ("", ROOT):
        return Open(
            ROOT,
            draft.title,
            gettext("APT-timme") if outline and outline.is_meeting else gettext("Kurs"),
            current="course",
        )
    if word == "module" and outline:
        return _module(identifier, outline)
    if word == "item" and outline:
        return _item(identifier, outline)
    return _file(session, draft, part, outline)


def _entry(session: Session, draft: Draft, path: str, at: str) -> Open:
    """One entry of a register, at its key; without one the file, which only of the region's own words has a form."""
    if not at:
        return Open(path, path, gettext("Register"), is_text=path != REGION)
    name = f"{register.SCHEMES.get(path, '')}:{at}"
    written = register.entries({path: text(session, draft, path) or ""}).get(name)
    if written is None:
        abort(404)
    return Open(path, register.title(name, written, language()), gettext("Register"), at)


def _module(identifier: str, outline: Shown) -> Open:
    limb = next((one for one in outline.limbs if one.branch.id == identifier), None)
    if limb is None:
        abort(404)
    number = outline.limbs.index(limb) + 1
    eyebrow = gettext("Modul %(number)s") % {"number": number}
    return Open(
        ROOT, limb.branch.title, eyebrow, f"modules/{_step(identifier)}", current=f"module:{identifier}"
    )


def _item(identifier: str, outline: Shown) -> Open:
    twig = next((one for one in outline.twigs() if one.leaf.item == identifier), None)
    if twig is None:
        abort(404)
    return Open(
        ROOT, twig.title, gettext("Punkt på agendan"), f"agenda/{_step(identifier)}", current=twig.leaf.key
    )


def _step(identifier: str) -> str:
    """`#id`, or the number of what has no id yet."""
    return identifier[1:] if identifier.startswith("#") else f"#{identifier}"


def _file(session: Session, draft: Draft, part: str, outline: Shown | None) -> Open:
    path = inside(part)
    if path is None or not path.endswith(TEXTS):
        abort(404)
    twig = next((one for one in outline.twigs() if one.file == path), None) if outline else None
    title = (twig.title if twig else "") or title_of(path, text(session, draft, path) or "") or path
    return Open(path, title, kind_name(twig.leaf if twig else None), is_text=path.endswith(".md"), current=twig.leaf.key if twig else "")  # fmt: skip


def _shared(session: Session, draft: Draft, outline: Shown | None) -> Open:
    twigs = outline.twigs() if outline else ()
    twig = next((one for one in twigs if one.linked and one.leaf.name == draft.name), None)
    path = f"{draft.name}.yaml"
    is_quiz = IS_QUIZ.search(text(session, draft, path) or "") is not None
    return Open(path, draft.title, gettext("Quiz") if is_quiz else gettext("Filmsamtal"), current=twig.leaf.key if twig else "")  # fmt: skip


def kind_name(leaf: Leaf | None) -> str:
    names = {"lesson": gettext("Avsnitt"), "film": gettext("Filmsamtal"), "quiz": gettext("Quiz"), "item": gettext("Punkt på agendan")}  # fmt: skip
    return names[leaf.kind] if leaf else gettext("Text")


def _users(session: Session, draft: Draft) -> int:
    """In how many courses a shared set stands."""
    return len(courses_using(session, draft.name)) if draft.kind == Kind.SET else 0


def _crumbs(draft: Draft, course: Draft | None, opened: Open, outline: Shown | None) -> list[tuple[str, str]]:
    trail = [(course.title, address(course))] if course and opened.current != "course" else []
    if outline and not outline.is_meeting:
        held = (one for one in outline.limbs if any(twig.leaf.key == opened.current for twig in one.twigs))
        trail += [(limb.branch.title, limb.address) for limb in held]
    return [*trail, (opened.title, "")]


def _facts(draft: Draft, course: Draft | None, opened: Open) -> Mapping[str, object]:
    """What the page's script needs: where to save, on what it builds, and how to keep a copy in the browser."""
    account = signed_in().account_id
    return {
        "address": address(draft).rstrip("/"),
        "kind": draft.kind,
        "name": draft.name,
        "path": opened.path,
        "at": opened.at,
        "base": draft.head,
        "mark": copies.of_account(account),
        "place": copies.of_draft(account, draft.id),
        "lock": copies.lock(account),
        "sign_in": url_for("account.sign_in"),
        "opened": opened.current,
        "course": course.name if course else "",
        "words": desk_words(),
        "media": media_words(),
    }
