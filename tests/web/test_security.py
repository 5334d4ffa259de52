"""Headers on every answer, and hosts we answer to."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from course_builder.web.security import IN_THE_PORTAL, OWN_PAGES
from tests.web.region import Region

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_every_page_carries_the_headers(app: Flask, client: FlaskClient) -> None:
    addresses = {
        "/",
        "/courses/liten/",
        "/courses/liten/download",
        "/courses/liten/portal",
        "/nowhere",
        "/static/web/mark.svg",
    }
    for address in sorted(addresses):
        answer = client.get(address)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, address
        assert answer.headers["Content-Security-Policy"] == _policy(OWN_PAGES), address


def test_a_package_may_be_framed_and_reaches_nothing(client: FlaskClient) -> None:
    answer = client.get("/courses/liten/package/scorm12/index.html")
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == _policy(IN_THE_PORTAL)
    assert "connect-src 'none'" in _policy(IN_THE_PORTAL)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.1"])
def test_a_foreign_host_is_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert host not in answer.text


def test_nothing_changes_by_post(app: Flask, client: FlaskClient) -> None:
    """An author's own machine has no log of packages to write in: the pages that keep one are not there by post."""
    for rule in app.url_map.iter_rules():
        assert rule.methods is not None
        if rule.endpoint in ("download.hand_out", "course_kit.hand_out"):
            address = rule.rule.replace("<name>", "liten").replace("<int:number>", "1")
            assert client.post(address, data={"portal": "x", "format": "scorm12"}).status_code == 404
        else:
            assert rule.methods <= {"GET", "HEAD", "OPTIONS"}, rule.rule


def _policy(chosen: object) -> str:
    assert isinstance(chosen, dict)
    return "; ".join(f"{name} {value}" for name, value in chosen.items())


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"name": "x" * 5_000_000}, "content_type": "multipart/form-data"},
        {"data": {f"n{number}": (BytesIO(b"x"), "f") for number in range(2_500)}},
        {"data": b"x" * 25_000_000, "content_type": "application/x-www-form-urlencoded"},
    ],
    ids=["a long field", "many parts", "a big body"],
)
def test_more_than_a_form_may_hold_is_refused(region: Region, body: dict[str, Any]) -> None:
    """trust 65"""
    browser = region.as_("coordinator")
    browser.environ_base.pop("HTTP_X_CSRF_TOKEN")
    answer = browser.post("/people/groups", **body)
    assert (answer.status_code, "Filen är för stor." in answer.text) == (413, True)
