"""Changes of the outline: one address that says what is to be done, and answers with the outline as it is then."""

from typing import Annotated, Literal

from flask import Blueprint, Response, abort, get_template_attribute, jsonify, request
from pydantic import Field

from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.structure.changing import Gone
from course_builder.library.drafts import structure
from course_builder.library.drafts.bench import Bench, Changed
from course_builder.library.drafts.doubling import duplicate
from course_builder.library.drafts.models import Draft, Kind
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, Sent, again, answers_in_json, found, sent
from course_builder.web.authoring.outlined import Shown, address, shown
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_outline", __name__)
answers_in_json(pages)

Key = Annotated[str, Field(max_length=500)]
CONFLICT = 409


class Asked(Sent):
    """`key` is what it is done to; for `add` what the new comes after. `to` and `module`: where a `move` ends."""

    op: Literal["add", "up", "down", "move", "rename", "duplicate", "remove"]
    key: Key = ""
    kind: Literal["lesson", "film", "quiz", "module", "item"] = "lesson"
    title: Annotated[str, Field(max_length=200)] = ""
    module: Key = ""
    to: int = 0
    opened: Key = ""


@pages.get(f"{DRAFT}/outline")
@allow(Action.WRITE)
def outline(kind: str, name: str) -> Response:
    draft = _course(kind, name)
    return jsonify(head=draft.head, outline=_tree(shown(reading(), draft), request.args.get("opened", "")))


@pages.post(f"{DRAFT}/outline")
@allow(Action.WRITE)
def change(kind: str, name: str) -> Response | tuple[Response, int]:
    draft, asked = _course(kind, name), sent(Asked)
    try:
        with writing() as session:
            bench = Bench(session, again(session, draft), actor().person_id, now())
            done = _done(bench, asked)
    except (Gone, NoSuchPlace):
        return jsonify(
            error=gettext("Det som skulle ändras finns inte längre. Du ser innehållet som det är nu.")
        ), CONFLICT
    return _answer(name, asked, done)


def _course(kind: str, name: str) -> Draft:
    """Only a course has an outline."""
    if kind != Kind.COURSE:
        abort(404)
    return found(kind, name)


def _done(bench: Bench, asked: Asked) -> Changed:
    title, key = " ".join(asked.title.split()), bench.key(asked.key)
    if asked.op == "add":
        return structure.add(bench, asked.kind, title or _unnamed(asked.kind), key)
    if asked.op in ("up", "down"):
        return structure.step(bench, key, -1 if asked.op == "up" else 1)
    if asked.op == "move":
        return structure.move(bench, key, asked.module, asked.to)
    if asked.op == "rename":
        return structure.rename(bench, key, title or _unnamed(asked.kind))
    if asked.op == "duplicate":
        return duplicate(bench, key, gettext(" (kopia)"))
    return structure.remove(bench, key)


def _answer(name: str, asked: Asked, done: Changed) -> Response:
    draft = found(Kind.COURSE, name)
    now_shown = shown(reading(), draft)
    return jsonify(
        revision=done.revision, head=draft.head, key=done.key, said=_said(asked, done, now_shown),
        outline=_tree(now_shown, asked.opened), go=_page_of(now_shown, done.key),
    )  # fmt: skip


def _tree(now_shown: Shown, opened: str) -> str:
    tree = get_template_attribute("authoring/outline.html", "tree")
    return str(tree(now_shown, opened))


def _said(asked: Asked, done: Changed, now_shown: Shown) -> str:
    """What is announced; of a move also where it ended."""
    words = {
        "add": gettext("”%(title)s” lades till."), "rename": gettext("Namnet är nu ”%(title)s”."),
        "duplicate": gettext("”%(title)s” är en kopia med egna svar."), "remove": gettext("”%(title)s” togs bort"),
    }  # fmt: skip
    if asked.op in words:
        return words[asked.op] % {"title": done.about}
    return gettext("”%(title)s” är nu %(where)s.") % {
        "title": done.about,
        "where": _where(done.key, now_shown),
    }


def _where(key: str, now_shown: Shown) -> str:
    for number, limb in enumerate(now_shown.limbs, 1):
        if key == f"module:{limb.branch.id}":
            return gettext("modul %(number)s av %(all)s") % {"number": number, "all": len(now_shown.limbs)}
        keys = [twig.leaf.key for twig in limb.twigs]
        if key in keys:
            place = {"number": keys.index(key) + 1, "all": len(keys), "module": limb.branch.title}
            return gettext("nummer %(number)s av %(all)s i ”%(module)s”") % place
    return ""


def _page_of(now_shown: Shown, key: str) -> str:
    """The page of what is to be looked at now; of the whole course when it is nothing of it."""
    for limb in now_shown.limbs:
        if key == f"module:{limb.branch.id}":
            return limb.address
        for twig in limb.twigs:
            if twig.leaf.key == key and twig.address:
                return twig.address
    return address(now_shown.draft)


def _unnamed(kind: str) -> str:
    return {
        "lesson": gettext("Nytt avsnitt"), "film": gettext("Nytt filmsamtal"), "quiz": gettext("Nytt quiz"),
        "module": gettext("Ny modul"), "item": gettext("Ny punkt"),
    }[kind]  # fmt: skip
