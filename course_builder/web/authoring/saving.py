"""What the editor's page sends while somebody writes: texts, single values, steps back. JSON both ways.

Every change names the revision that the writer had seen. What others changed meanwhile is never written over: the
answer is then 409 with both texts.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from flask import Blueprint, Response, jsonify
from pydantic import AfterValidator, Field

from course_builder.content.difference import compared
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.media import inside
from course_builder.content.sources import LESSON_BYTES, MOST_BYTES
from course_builder.content.structure.edits import UNSAID, Edit, Missed
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts import writing as drafts
from course_builder.library.drafts.file_problems import file_problems
from course_builder.library.drafts.models import Draft, Revision
from course_builder.library.drafts.reading import NoSuchRevision, text
from course_builder.library.drafts.saving import NotText, Stale
from course_builder.people.may import Action
from course_builder.web.authoring.behind import behind
from course_builder.web.authoring.found import DRAFT, Sent, again, answers_in_json, found, sent
from course_builder.web.authoring.persons import name_of
from course_builder.web.authoring.told import told_problem
from course_builder.web.clock import SWEDEN, now, today
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("author_saving", __name__)
answers_in_json(pages)

CONFLICT, TOO_LARGE, UNREADABLE = 409, 413, 422


def _text_file(asked: str) -> str:
    path = inside(asked)
    if path is None or not path.endswith((".md", ".yaml")):
        raise ValueError(asked)
    return path


Path = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_text_file)]
"""Of a text of the draft; a page of ours sends no other."""
Reply = Response | tuple[Response, int]


class TextSent(Sent):
    base: int
    path: Path
    text: str


class OneEdit(Sent):
    op: Literal["put", "remove", "insert", "move"]
    at: list[str | int]
    value: Any = None
    was: Any = UNSAID
    index: int = 0
    item: int | str = 0

    def edit(self) -> Edit:
        return Edit(self.op, tuple(self.at), self.value, self.was, self.index, self.item)


class EditsSent(Sent):
    base: int
    path: Path
    block: str | int | None = None
    edits: Annotated[list[OneEdit], Field(min_length=1, max_length=500)]


class PathSent(Sent):
    path: Path


class StepSent(Sent):
    revision: int


@pages.post(f"{DRAFT}/save")
@allow(Action.WRITE)
def save(kind: str, name: str) -> Reply:
    draft, asked = found(kind, name), sent(TextSent)
    path = asked.path
    if len(asked.text.encode(errors="surrogatepass")) > (
        LESSON_BYTES if path.endswith(".md") else MOST_BYTES
    ):
        return _refused(gettext("Texten är för lång. Dela upp den i flera avsnitt."), TOO_LARGE)
    about = title_of(path, asked.text) or path
    try:
        with writing() as session:
            made = drafts.save_text(
                session, again(session, draft), path, asked.text, asked.base, about, actor().person_id, now()
            )
            number = made.number
    except NotText:
        return _refused(
            gettext("Texten har ett tecken som inte går att spara. Ta bort det du klistrade in sist."),
            UNREADABLE,
        )
    except Stale:
        return _conflict(kind, name, path, asked.text)
    return _saved(kind, name, path, number)


@pages.post(f"{DRAFT}/edit")
@allow(Action.WRITE)
def edit(kind: str, name: str) -> Reply:
    """Each edit is made on the newest text where what the writer saw still stands; the rest come back as `missed`."""
    draft, asked = found(kind, name), sent(EditsSent)
    path = asked.path
    edits = [one.edit() for one in asked.edits]
    try:
        with writing() as session:
            made = drafts.save_edits(
                session, again(session, draft), path, asked.block, edits, actor().person_id, now()
            )
            number = made.revision.number
    except (NoSuchPlace, drafts.NoText):
        return _conflict(kind, name, path, None)
    told = _told(kind, name, path, number, text=made.text)
    if made.missed:
        return jsonify(
            **told, missed=[_missed(one) for one in made.missed], **_who(found(kind, name), path)
        ), CONFLICT
    return jsonify(**told)


@pages.post(f"{DRAFT}/ids")
@allow(Action.WRITE)
def ids(kind: str, name: str) -> Reply:
    """Writes the ids that a text lacks, when whoever wrote it rests."""
    draft, asked = found(kind, name), sent(PathSent)
    try:
        with writing() as session:
            made = drafts.write_ids(session, again(session, draft), asked.path, actor().person_id, now())
            number = made.revision.number
    except drafts.NoText:
        return _refused(gettext("Texten finns inte längre."), 404)
    return jsonify(**_told(kind, name, asked.path, number, text=made.text))


@pages.post(f"{DRAFT}/aside")
@allow(Action.WRITE)
def aside(kind: str, name: str) -> Reply:
    """A text that was not chosen in a conflict goes into the history, so that choosing loses nothing."""
    draft, asked = found(kind, name), sent(TextSent)
    path = asked.path
    with writing() as session:
        made = drafts.set_aside(session, again(session, draft), path, asked.text, title_of(path, asked.text) or path, actor().person_id, now())  # fmt: skip
        number = made.number
    return jsonify(revision=number)


@pages.post(f"{DRAFT}/undo")
@allow(Action.WRITE)
def undo(kind: str, name: str) -> Reply:
    """Takes a revision back; of one that took back something it is redoing."""
    draft, asked = found(kind, name), sent(StepSent)
    try:
        with writing() as session:
            made = drafts.step_back(session, again(session, draft), asked.revision, actor().person_id, now())
            number, about, paths = made.number, made.about, sorted(made.changes)
    except NoSuchRevision:
        return _refused(gettext("Det finns inget att ångra."), 404)
    except Stale:
        return _refused(gettext("Det gick inte att ångra, för samma ställe har ändrats sedan dess. Gå till ändringshistoriken."), CONFLICT)  # fmt: skip
    return jsonify(revision=number, about=about, paths=paths, saved_at=_clock())


pages.add_url_rule(f"{DRAFT}/redo", "redo", undo, methods=["POST"])


def _saved(kind: str, name: str, path: str, number: int) -> Response:
    return jsonify(**_told(kind, name, path, number))


def _told(kind: str, name: str, path: str, number: int, **more: object) -> Mapping[str, object]:
    draft = found(kind, name)
    problems = file_problems(reading(), behind(), draft, path, today())
    return {
        "revision": number, "head": draft.head, "saved_at": _clock(), "problems": [told_problem(one) for one in problems],
        "title": title_of(path, text(reading(), draft, path) or ""), **more,
    }  # fmt: skip


def _conflict(kind: str, name: str, path: str, mine: str | None) -> Reply:
    draft = found(kind, name)
    theirs = text(reading(), draft, path) or ""
    rows = compared(theirs, mine) if mine is not None else ()
    return jsonify(
        head=draft.head, theirs=theirs, rows=[row.as_data() for row in rows], **_who(draft, path)
    ), CONFLICT


def _who(draft: Draft, path: str) -> Mapping[str, object]:
    last = drafts.last_change(reading(), draft, path)
    if last is None:
        return {"by": None, "own": False, "at": ""}
    return {
        "by": name_of(reading(), last.made_by_id),
        "own": last.made_by_id == actor().person_id,
        "at": _at(last),
    }


def _at(made: Revision) -> str:
    return made.made_on.astimezone(SWEDEN).strftime(_form())


def _clock() -> str:
    return now().astimezone(SWEDEN).strftime(_form())


def _form() -> str:
    return "%H.%M" if language() == "sv" else "%H:%M"


def _missed(one: Missed) -> Mapping[str, object]:
    return {"op": one.edit.op, "at": list(one.edit.at), "mine": one.edit.value, "theirs": one.there}


def _refused(words: str, code: int) -> Reply:
    return jsonify(error=words), code
