"""Så här ser portalen det: the built package in an embedded portal, beside everything the portal is told."""

from flask import Blueprint, abort, render_template, request

from course_builder.content import state
from course_builder.content.course import Course
from course_builder.packaging.formats import formats
from course_builder.people.may import Action
from course_builder.web.exporting import outgoing
from course_builder.web.guard import allow
from course_builder.web.language import gettext

pages = Blueprint("portal_view", __name__)

PORTAL_FORMATS = ("scorm12", "scorm2004-4", "scorm2004-3")
"""What the embedded portal speaks."""
ICONS = (
    "log-in", "bookmark", "circle-check", "list-checks", "wifi-off", "cloud-check", "circle-dot", "clock", "x", "user",
    "save", "award",
)  # fmt: skip
"""Those of the live list."""


@pages.get("/courses/<name>/portal")
@pages.get("/courses/<name>/versions/<int:number>/portal")
@allow(Action.SEE_COURSES)
def page(name: str, number: int | None = None) -> str:
    """Of the draft, or of a version."""
    out = outgoing(name, number)
    course = out.course
    if not out.buildable:
        return render_template("portal_stopped.html", course=course, name=name)
    chosen = request.args.get("format", PORTAL_FORMATS[0])
    if chosen not in PORTAL_FORMATS:
        abort(404)
    return render_template(
        "portal.html", course=course, name=name, number=number, chosen=chosen, formats=[formats()[one] for one in PORTAL_FORMATS], facts=_facts(course, chosen), icons=ICONS,
    )  # fmt: skip


def _facts(course: Course, chosen: str) -> dict[str, object]:
    """What the page's script needs to speak of the course by name."""
    questions = {question.id: question.data()["ask"] for question in course.questions}
    parts = {part.key: part.title for part in course.parts}
    return {
        "course": course.id, "format": chosen, "edition": "1.2" if chosen == "scorm12" else "2004", "parts": parts,
        "questions": questions, "most": state.SCORM12_MOST if chosen == "scorm12" else 64_000, "words": words(),
    }  # fmt: skip


def words() -> dict[str, str]:
    """What the live list says. `{...}` is filled in by the script."""
    return {
        "opened": gettext("Kursen öppnades. Portalen säger att deltagaren är här för första gången."),
        "reopened": gettext("Kursen öppnades. Portalen säger att deltagaren har varit här förut."),
        "suspend": gettext("Kursen bad portalen att spara läget när fönstret stängs."),
        "location": gettext("Deltagaren fortsätter vid ”{title}”."),
        "incomplete": gettext("Status: påbörjad."),
        "completed": gettext("Status: genomförd."),
        "passed": gettext("Status: godkänd."),
        "failed": gettext("Status: inte godkänd än."),
        "browsed": gettext("Status: tittat igenom."),
        "unknown": gettext("Status: inte avgjord."),
        "not attempted": gettext("Status: ej påbörjad."),
        "score": gettext("Resultat: {score} av 100."),
        "answered": gettext("Fråga: {ask} {result}"),
        "correct": gettext("Rätt svar."),
        "wrong": gettext("Inte rätt den här gången."),
        "neutral": gettext("Svaret räknas inte."),
        "partly": gettext("{share} av poängen."),
        "saved": gettext("Portalen sparade."),
        "not_saved": gettext("Portalen svarade inte. Kursen försöker igen."),
        "read_now": gettext("”{title}” är läst. Portalen minns nu {size} tecken."),
        "closed": gettext("Kursen stängdes."),
        "closed_after": gettext("Kursen stängdes. Tid den här gången: {time}."),
        "offline": gettext("Nätet bröts (du tryckte på knappen)."),
        "online": gettext("Nätet är tillbaka."),
        "slow": gettext("Portalen svarar nu långsamt."),
        "fast": gettext("Portalen svarar nu som vanligt."),
        "window_closed": gettext("Fönstret stängdes utan att deltagaren tryckte på Spara och stäng."),
        "forgotten": gettext("Portalen har glömt allt. Nästa gång är första gången."),
        "none": gettext("Inget ännu"),
        "score_short": gettext("{score} av 100"),
        "memory": gettext("{size} av {most} tecken"),
        "not_started": gettext("Ej påbörjad"),
        "started": gettext("Påbörjad"),
        "done": gettext("Genomförd"),
        "approved": gettext("Godkänd"),
        "not_yet": gettext("Inte godkänd än"),
        "read": gettext("{count} av {all} delar"),
        "copied": gettext("Listan är kopierad."),
        "error": gettext("Portalen avvisade det kursen skickade (fel {code})."),
    }
