"""Which address answers whom. Every line of tests/golden/permissions.txt has been looked at by a person."""

import os
from pathlib import Path

import pytest
from flask import Flask

from course_builder.web import guard
from tests.web.region import Region
from tests.web.walk import ROLES, Walk, walk

__all__ = ["walk"]

GOLDEN = Path(__file__).parent.parent / "golden" / "permissions.txt"
ABOUT = """\
# Each address, and its answer to each role. GET names things of the northern administration (Barnkliniken, Anna Ombud);
# those with a 2 belong to the southern. POST is sent without its token: 403 says that the role may come so far,
# 401 that one must sign in, 404 that the address is not there for the role.
# Made by GOLDEN=write pytest tests/web/test_permissions.py; look at every line that changes.
"""


def test_an_address_without_a_declared_permission_stops_the_start(region: Region) -> None:
    """trust 34"""
    app = Flask("bare")
    app.add_url_rule("/leak", "leak", lambda: "everything")
    with pytest.raises(RuntimeError, match="these addresses declare no permission: leak"):
        guard.complete(app)
    guard.complete(region.app)


def test_the_matrix_of_endpoints_and_roles(walk: Walk) -> None:
    """trust 34"""
    browsers = {
        role: walk.region.anonymous() if role == "anonymous" else walk.region.as_(role) for role in ROLES
    }
    for browser in browsers.values():
        browser.environ_base.pop("HTTP_X_CSRF_TOKEN", None)
    lines = [ABOUT]
    for method, rule, address in walk.addresses("GET", "POST"):
        answers = {
            role: browser.open(address, method=method).status_code for role, browser in browsers.items()
        }
        lines.append(f"{method} {rule}\n{_told(answers)}")
    found = "\n".join(lines) + "\n"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def _told(answers: dict[str, int]) -> str:
    """`    200 coordinator admin`, a line a status."""
    return "\n".join(
        f"    {status} {' '.join(role for role, one in answers.items() if one == status)}"
        for status in sorted(set(answers.values()))
    )
