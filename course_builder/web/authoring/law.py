"""The law register: every provision and article, who cites it, and what is to be read again when one has changed."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, Form, HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from course_builder.content.common import CRC, LAW
from course_builder.content.editing.yaml import put
from course_builder.content.register import SCHEMES, entries, title
from course_builder.content.yamltext import NodeMap
from course_builder.library.addresses.checking import dead, last_round
from course_builder.library.addresses.places import Standing
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.saving import save
from course_builder.library.law.citing import Citing
from course_builder.library.law.reading_list import changed, reading_list, register, tick, untick
from course_builder.people.may import Action
from course_builder.web.authoring.law_rows import reason_words, rows, states, understood
from course_builder.web.authoring.persons import name_of, names_of
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("law", __name__)

NAME = r"^[a-z][a-z0-9-]{0,79}$"
LONGEST = 5000


class NewProvision(Form):
    name = StringField(validators=[InputRequired(), Regexp(NAME)])
    act = StringField(validators=[InputRequired(), Length(max=300)])
    provision = StringField(validators=[Optional(), Length(max=100)])
    source = StringField(
        validators=[InputRequired(), Regexp(r"^https://[^\s/?#]+\.[^\s/?#]+\S*$"), Length(max=2000)]
    )
    valid_from = DateField(validators=[Optional()])
    says = TextAreaField(validators=[InputRequired(), Length(max=LONGEST)])


class TickForm(Form):
    place = HiddenField(validators=[InputRequired(), Length(max=500)])


@pages.get("/write/law/")
@allow(Action.WRITE)
def page() -> str:
    return _page(NewProvision())


@pages.post("/write/law/")
@allow(Action.WRITE)
def add() -> Response | tuple[str, int]:
    """A provision that courses can cite from now on."""
    form = NewProvision(request.form)
    draft = _register()
    words = text(reading(), draft, LAW) or ""
    if not form.validate():
        return _page(form), 422
    name = form.name.data or ""
    entry = f"law:{name}"
    if entry in entries({LAW: words}):
        return _page(form, taken=True), 422
    value = {
        "act": form.act.data, "provision": form.provision.data or None, "source": form.source.data, "checked_on": today().isoformat(),
        "wordings": [{"valid_from": form.valid_from.data.isoformat() if form.valid_from.data else None, "says": form.says.data}],
    }  # fmt: skip
    filled = {key: item for key, item in value.items() if item is not None}
    with writing() as session:
        here = session.get_one(Draft, draft.id)
        words = put(text(session, here, LAW) or "", [name], filled)
        save(
            session,
            here,
            {LAW: words},
            here.head,
            Verb.ADDED,
            title(entry, filled, "sv"),
            actor().person_id,
            now(),
        )
    flash(gettext("Lagrummet finns nu. Hänvisa till det med %(link)s.") % {"link": entry})
    return redirect(url_for("law.entry", scheme="law", key=name))


@pages.get("/write/law/<any(law,crc):scheme>/<key>")
@allow(Action.WRITE)
def entry(scheme: str, key: str) -> str:
    written, draft = _written(scheme, key)
    session = reading()
    cited = f"{scheme}:{key}"
    since = changed(session).get(cited)
    address = str(written.get("source") or "")
    places = reading_list(session, cited)
    return render_template(
        "authoring/law_entry.html", entry=cited, scheme=scheme, key=key, title=title(cited, written, language()), draft=draft,
        shown=understood(cited, written), places=places, since=since, by=name_of(session, since.by_id) if since else "", address_of=_address,
        dead=dead(session, {address}) if address else [], reasons=reason_words(), file=LAW if scheme == "law" else CRC,
        states=states(cited, written, today()), names=names_of(session, [one.tick.by_id for one in places if one.tick]),
    )  # fmt: skip


@pages.post("/write/law/<any(law,crc):scheme>/<key>/read")
@allow(Action.WRITE)
def read(scheme: str, key: str) -> Response:
    return _ticked(scheme, key, True)


@pages.post("/write/law/<any(law,crc):scheme>/<key>/unread")
@allow(Action.WRITE)
def unread(scheme: str, key: str) -> Response:
    return _ticked(scheme, key, False)


def _ticked(scheme: str, key: str, is_read: bool) -> Response:
    _written(scheme, key)
    form = TickForm(request.form)
    cited = f"{scheme}:{key}"
    place = form.place.data or ""
    if not form.validate() or place not in {one.citing.key for one in reading_list(reading(), cited)}:
        abort(404)
    with writing() as session:
        if is_read:
            tick(session, cited, place, actor().person_id, now())
        else:
            untick(session, cited, place)
    return redirect(url_for("law.entry", scheme=scheme, key=key, _anchor="list"))


def _page(form: NewProvision, taken: bool = False) -> str:
    session = reading()
    draft = register(session)
    everything = rows(session, draft, today()) if draft is not None else []
    asked = request.args.get("q", "").strip().lower()
    only = request.args.get("show", "")
    fits = [row for row in everything if asked in f"{row.entry} {row.title} {row.says}".lower()]
    return render_template(
        "authoring/law.html", rows=[row for row in fits if not only or row.to_read or row.states], everything=everything, asked=asked,
        only=only, form=form, taken=taken, dead=dead(session), asked_on=last_round(session), reasons=reason_words(), draft=draft,
        to_read=sum(row.to_read for row in everything), address_of=_place_address,
    )  # fmt: skip


def _address(citing: Citing) -> str | None:
    """Where the place can be read and mended."""
    if citing.kind in (Kind.COURSE, Kind.SET, Kind.REGISTER):
        line = citing.lines[0][0] if citing.lines else None
        return url_for("editor.part", kind=citing.kind, name=citing.name, part=citing.path, line=line)
    return url_for("versions.page", name=citing.name)


def _place_address(place: Standing) -> str:
    return url_for("editor.part", kind=place.kind, name=place.name, part=place.path, line=place.line)


def _register() -> Draft:
    draft = register(reading())
    if draft is None:
        abort(404)
    check(Action.WRITE, draft)
    return draft


def _written(scheme: str, key: str) -> tuple[NodeMap, Draft]:
    draft = _register()
    files = {path: text(reading(), draft, path) or "" for path in SCHEMES}
    written = entries(files).get(f"{scheme}:{key}")
    if written is None:
        abort(404)
    return written, draft
