"""A learner's own certificate as PDF."""

from datetime import date
from io import BytesIO

from flask import Blueprint, abort, current_app, send_file
from werkzeug.wrappers import Response

from course_builder.content.course import Course
from course_builder.learning import certificates
from course_builder.learning.days import day_of
from course_builder.learning.models import Certificate, Completion
from course_builder.learning.renewal import rule_of, valid_until
from course_builder.library.releases import course_of
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.settings import Settings
from course_builder.web.absolute import absolute
from course_builder.web.guard import allow, check, signed_in
from course_builder.web.language import gettext, language
from course_builder.web.records import reading

pages = Blueprint("certificates", __name__)

NAMELESS = "Kursbyggaren"
"""Who issued it, until the region has said what it is called."""


@pages.get("/certificates/<certificate_id>.pdf")
@allow(Action.OWN)
def paper(certificate_id: str) -> Response:
    """In the language of the page. A withdrawn one is not printed again."""
    from course_builder.paper.certificate import Facts, certificate_pdf, contents  # noqa: PLC0415 -- slow import, and few ask for it

    certificate, completion = _own(certificate_id)
    if certificate.withdrawn or completion.release_id is None:
        abort(404)
    course = course_of(reading(), completion.release_id)
    facts = Facts(
        name=signed_in().name, course=course.title, course_language=course.language, contents=contents(course),
        minutes=course.minutes, on=completion.on, passed=completion.passed, version=_version(course),
        valid_until=_valid_until(completion), region=_settings().region_name or NAMELESS, issued=day_of(certificate.issued),
        address=absolute("verify.page", certificate_id=certificate.id), number=certificate.id, check_code=spaced(certificate.check_code),
    )  # fmt: skip
    pdf = certificate_pdf(facts, language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))
    name = gettext("intyg-%(course)s.pdf") % {"course": course.id}
    return send_file(BytesIO(pdf), mimetype="application/pdf", download_name=name)


def spaced(code: str) -> str:
    """`7KQ42MXD` as people read it: `7KQ4-2MXD`."""
    return f"{code[: len(code) // 2]}-{code[len(code) // 2 :]}"


def _own(certificate_id: str) -> tuple[Certificate, Completion]:
    found = certificates.own(reading(), signed_in().person_id, certificate_id)
    if found is None:
        abort(404)
    check(Action.OWN, found[1])
    return found


def _valid_until(completion: Completion) -> date | None:
    rule = rule_of(reading(), completion.course_id)
    return valid_until(rule, completion.on) if rule else None


def _version(course: Course) -> int | None:
    return course.version.number if course.version else None


def _settings() -> Settings:
    found: Settings = current_app.extensions["settings"]
    return found
