"""What every answer carries, and who every page names."""

from tests.web.test_csrf import BOSS, boss
from tests.web.walk import Walk, walk

__all__ = ["boss", "walk"]

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
COURSE_FILES = (
    "/courses/<name>/player", "/courses/<name>/package", "/courses/<name>/versions/<int:number>/package",
    "/review/<token>/course", "/write/<any(course,set,register):kind>/<name>/preview",
)  # fmt: skip
"""Files of a package: they know no session and may stand in a frame of ours."""
FOR_VISITORS = ("/review/<token>", "/rum")
"""Whoever has the link, or is in the room, is the same to the page."""
TO_HAND_ON = "/apt/<int:meeting_id>/papers/"


def test_every_answer_carries_the_headers(boss: Walk) -> None:
    """trust section 5"""
    signed_in, visitor = boss.region.as_(BOSS), boss.region.anonymous()
    for method, rule, address in boss.addresses("GET", "POST"):
        for browser in (signed_in, visitor) if method == "GET" else (visitor,):
            answer = browser.open(address, method=method)
            assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS, rule
            assert len(answer.headers["X-Request-ID"]) == 12, rule


def test_no_page_lets_in_scripts_or_styles_of_others(boss: Walk) -> None:
    """trust section 5"""
    browser = boss.region.as_(BOSS)
    for _, rule, address in boss.addresses("GET"):
        said = dict(
            one.split(" ", 1) for one in browser.get(address).headers["Content-Security-Policy"].split("; ")
        )
        if "sandbox" in said:  # a picture, film or document that is opened by itself
            assert said == {"default-src": "'none'", "frame-ancestors": "'none'", "sandbox": ""}, rule
            continue
        assert (said["default-src"], said["base-uri"], said["object-src"]) == ("'none'",) * 3, rule
        assert (said["script-src"], said["style-src"]) == ("'self'", "'self'"), rule
        framed = "'self'" if rule.startswith(COURSE_FILES) else "'none'"
        assert said["frame-ancestors"] in ("'none'", framed), rule


def test_what_was_made_for_somebody_is_kept_nowhere(boss: Walk) -> None:
    """trust section 5"""
    browser = boss.region.as_(BOSS)
    kept = []
    for _, rule, address in boss.addresses("GET"):
        answer = browser.get(address)
        if not {"no-store", "no-cache"} & set(answer.headers["Cache-Control"].split(", ")):
            kept.append((rule, answer.headers["Cache-Control"]))
    assert kept == []


def test_every_page_says_who_is_signed_in(boss: Walk) -> None:
    browser = boss.region.as_(BOSS)
    silent = []
    for _, rule, address in boss.addresses("GET"):
        answer = browser.get(address)
        if not answer.content_type.startswith("text/html") or rule.startswith(
            (*COURSE_FILES, *FOR_VISITORS, TO_HAND_ON)
        ):
            continue
        if "<html" not in answer.text:  # a part of a page, which a script asked for
            continue
        if answer.status_code < 300 and not ("Karin Samordnare" in answer.text and "Inte du?" in answer.text):
            silent.append(rule)
    assert silent == []
