"""Handlingar att lämna ut: gather, mask, give out, and give exactly the same again."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from flask import Blueprint, abort, current_app, redirect, render_template, request, send_file, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, StringField, TextAreaField

from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people import persons
from course_builder.people.may import Action
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from course_builder.reports import disclosure, gathering
from course_builder.reports.disclosure import Chosen
from course_builder.reports.disclosure_sheet import FIELDS, KINDS, counted, sheet
from course_builder.reports.models import DisclosedRecord, Disclosure, GivenOut, RecordKind
from course_builder.web import paging
from course_builder.web.clock import now, today
from course_builder.web.disclosure_words import kind_name, record_field
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import language
from course_builder.web.portal_reach import highest, reach
from course_builder.web.records import reading, writing
from course_builder.web.sheets import FORMATS

pages = Blueprint("disclosure", __name__, url_prefix="/disclosures")
PDF = "application/pdf"


class BeginForm(Form):
    reference = StringField()
    asked_for = TextAreaField()


@pages.context_processor
def words() -> dict[str, object]:
    return {"kind_name": kind_name, "record_field": record_field}


@pages.get("/")
@allow(Action.DISCLOSE)
def page() -> str:
    return _page(BeginForm())


@pages.post("/")
@allow(Action.DISCLOSE)
def begin() -> Response | tuple[str, int]:
    form = BeginForm(request.form)
    try:
        with writing() as session:
            made = disclosure.begin(
                session,
                form.reference.data or "",
                form.asked_for.data or "",
                highest(actor()),
                actor().person_id,
                now(),
            )
            disclosure_id = made.id
    except Refused as no:
        return _page(form, no.words(language())), 422
    return redirect(url_for("disclosure.one", disclosure_id=disclosure_id))


@pages.get("/<int:disclosure_id>")
@allow(Action.DISCLOSE)
def one(disclosure_id: int) -> str:
    return _one_page(_disclosure(reading(), disclosure_id))


@pages.post("/<int:disclosure_id>/gather")
@allow(Action.DISCLOSE)
def gather(disclosure_id: int) -> Response:
    """Records of the people and units that were ticked."""
    kinds = [RecordKind(kind) for kind in request.form.getlist("kind") if kind in set(RecordKind)]
    with writing() as session:
        found = _disclosure(session, disclosure_id)
        units = (session.get(Unit, int(one)) for one in request.form.getlist("unit") if _is_number(one))
        paths = tuple(unit.path for unit in units if unit and unit.path.startswith(found.unit_path))
        people = frozenset(int(one) for one in request.form.getlist("person") if _is_number(one))
        wanted = gathering.Wanted(people, paths)
        if people or paths:
            disclosure.keep(
                session, found, gathering.gather(session, actor(), kinds, wanted, found.unit_path)
            )
    return redirect(url_for("disclosure.one", disclosure_id=disclosure_id, kind=kinds[0] if kinds else None))


@pages.post("/<int:disclosure_id>/mask")
@allow(Action.DISCLOSE)
def mask(disclosure_id: int) -> Response | tuple[str, int]:
    """What is ticked on the page is masked, what is not is not; a whole column can be ticked once."""
    form, kind = request.form, request.form.get("kind", "")
    try:
        with writing() as session:
            found = _disclosure(session, disclosure_id)
            of_kind = (
                disclosure.records(session, found).get(RecordKind(kind), ())
                if kind in set(RecordKind)
                else ()
            )
            disclosure.mask(
                session, found, _chosen(of_kind, set(form.getlist("column")), form.get("grounds", ""))
            )
    except Refused as no:
        return _one_page(_disclosure(reading(), disclosure_id), no.words(language())), 422
    return redirect(
        url_for("disclosure.one", disclosure_id=disclosure_id, kind=kind, page=request.args.get("page"))
    )


@pages.post("/<int:disclosure_id>/records/<int:record_id>/take-out")
@allow(Action.DISCLOSE)
def take_out(disclosure_id: int, record_id: int) -> Response:
    with writing() as session:
        _disclosure(session, disclosure_id)
        record = session.get(DisclosedRecord, record_id)
        if record is None or record.disclosure_id != disclosure_id:
            abort(404)
        kind = record.kind
        disclosure.take_out(session, record)
    return redirect(url_for("disclosure.one", disclosure_id=disclosure_id, kind=kind))


@pages.post("/<int:disclosure_id>/give-out")
@allow(Action.DISCLOSE)
def give_out(disclosure_id: int) -> Response | tuple[str, int]:
    """The file is made outside the write block, kept, and then the same bytes are sent."""
    asked = request.form.get("format", "pdf")
    found = _disclosure(reading(), disclosure_id)
    records = disclosure.records(reading(), found)
    how_many = counted(records)
    if not how_many[0] or asked not in (*FORMATS, "pdf"):
        abort(404)
    content = _pdf(found, records) if asked == "pdf" else FORMATS[asked][0](sheet(found.reference, records))
    media_type = PDF if asked == "pdf" else FORMATS[asked][1]
    with writing() as session:
        kept = _disclosure(session, disclosure_id)
        disclosure.give_out(
            session,
            kept,
            f"handlingar-{kept.id}.{asked}",
            media_type,
            content,
            how_many,
            actor().person_id,
            now(),
        )
    return redirect(url_for("disclosure.one", disclosure_id=disclosure_id))


@pages.get("/<int:disclosure_id>/files/<int:file_id>")
@allow(Action.DISCLOSE)
def file(disclosure_id: int, file_id: int) -> Response:
    """Byte for byte what was given out."""
    _disclosure(reading(), disclosure_id)
    kept = reading().get(GivenOut, file_id)
    if kept is None or kept.disclosure_id != disclosure_id:
        abort(404)
    return send_file(
        BytesIO(kept.content), mimetype=kept.media_type, as_attachment=True, download_name=kept.name
    )


def _disclosure(session: Session, disclosure_id: int) -> Disclosure:
    found = session.get(Disclosure, disclosure_id)
    if found is None:
        abort(404)
    check(Action.DISCLOSE, found)
    return found


def _chosen(records: Sequence[DisclosedRecord], columns: set[str], grounds: str) -> dict[int, Chosen]:
    """Of the records that stood on the page; a column that was ticked holds for all of the kind."""
    on_page = {int(one) for one in request.form.getlist("record") if _is_number(one)}
    chosen = {}
    for record in records:
        ticked = (
            set(request.form.getlist(f"mask-{record.id}")) if record.id in on_page else set(record.masked)
        )
        if record.id in on_page or columns:
            chosen[record.id] = Chosen(frozenset(ticked | columns), grounds or record.grounds)
    return chosen


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12


def _page(form: BeginForm, problem: str = "") -> str:
    cut = paging.cut(disclosure.reached(reading(), reach(actor())))
    return render_template("disclosure/disclosures.html", page=cut, form=form, problem=problem)


def _one_page(found: Disclosure, problem: str = "") -> str:
    session, asked = reading(), request.args.get("q", "").strip()[:80]
    records = disclosure.records(session, found)
    filled = [kind for kind in RecordKind if records[kind]]
    wanted = request.values.get("kind", "")
    kind = RecordKind(wanted) if wanted in filled else (filled[0] if filled else None)
    return render_template(
        "disclosure/disclosure.html", found=found, records=records, filled=filled, kind=kind, kinds=list(RecordKind),
        page=paging.cut(records[kind]) if kind else None, given=disclosure.given(session, found), asked=asked, problem=problem,
        people=persons.find(session, actor(), asked) if asked else [], units=disclosure.units_named(session, asked, found.unit_path),
        grounds=next((one.grounds for one in (records[kind] if kind else ()) if one.grounds), ""), shown=disclosure.shown,
    )  # fmt: skip


def _pdf(found: Disclosure, records: Mapping[RecordKind, Sequence[DisclosedRecord]]) -> bytes:
    from course_builder.paper.disclosure import Record, disclosure_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    everything = [
        Record(
            KINDS[one.kind],
            [(FIELDS[name], text) for name, text in disclosure.shown(one).items()],
            one.grounds,
        )
        for kind in RecordKind
        for one in records[kind]
    ]
    region = current_app.extensions["settings"].region_name
    return disclosure_pdf(
        region, found.reference, today(), everything, FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT)
    )
