"""What went wrong, in words, with a way on and a number to refer to."""

from flask import Flask, g, render_template
from werkzeug.exceptions import (
    Forbidden,
    HTTPException,
    InternalServerError,
    NotFound,
    RequestEntityTooLarge,
    SecurityError,
    TooManyRequests,
    Unauthorized,
)

from course_builder.paths.atomic import FULL
from course_builder.web import log
from course_builder.web.language import gettext, ngettext

Answer = tuple[str, int]


def add_to(app: Flask) -> None:
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(TooManyRequests, _wait)
    app.register_error_handler(OSError, _machine)


def too_many(seconds: int) -> TooManyRequests:
    """Raise it: she may try again in so many seconds."""
    return TooManyRequests(retry_after=max(1, seconds))


def _not_found(error: HTTPException) -> Answer:
    return render_template("not_found.html"), 404


def _refused(error: HTTPException) -> Answer:
    code = error.code or InternalServerError.code
    return render_template("refused.html", words=_words(error), reference=g.get("request_id")), code


def _words(error: HTTPException) -> str:
    if isinstance(error, Unauthorized):
        return gettext(
            "Du är inte inloggad längre. Logga in igen; det du skrev finns kvar om du går tillbaka."
        )
    if isinstance(error, Forbidden):
        return gettext(
            "Sidan hade varit öppen för länge, eller kom inte härifrån. Gå tillbaka, ladda om sidan och försök igen. Inget har ändrats."
        )
    if isinstance(error, RequestEntityTooLarge):
        return gettext("Filen är för stor. Dela upp den och försök igen. Inget har ändrats.")
    if isinstance(error, InternalServerError):
        return gettext(
            "Något gick sönder hos oss. Inget har ändrats. Försök igen, och hör av dig med numret nedan om det händer en gång till."
        )
    return gettext("Servern kunde inte göra det du bad om. Inget har ändrats. Gå tillbaka och försök igen.")


def _wait(error: TooManyRequests) -> tuple[str, int, dict[str, str]]:
    seconds = error.retry_after if isinstance(error.retry_after, int) else 60
    minutes = -(-seconds // 60)
    words = ngettext("Försök igen om en minut.", "Försök igen om %(num)s minuter.", minutes) % {
        "num": minutes
    }
    page = render_template(
        "refused.html", words=words, title=gettext("Det blev många försök"), reference=None
    )
    return page, 429, {"Retry-After": str(seconds)}


def _machine(error: OSError) -> Answer:
    """The disk is full: what can be read can still be read. Any other fault of the machine is a fault of ours."""
    if error.errno not in FULL:
        raise error
    log.fault(error)
    words = gettext(
        "Servern har ont om plats, så det du gjorde är inte sparat. Inget är sparat till hälften. Försök igen om en stund; "
        "säg gärna till den som sköter servern."
    )
    return render_template("refused.html", words=words, reference=g.get("request_id")), 507


def _foreign_host(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """No page: an address under a foreign name has no routes to link to."""
    return "Fel adress. / Wrong address.", 400, {"Content-Type": "text/plain; charset=utf-8"}
