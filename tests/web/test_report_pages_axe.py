"""The pages of learners, units and coverage in a real browser: axe-core, reflow, targets, spacing, in both languages."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import BrowserContext

from course_builder.learning import notes
from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Certificate, Source
from course_builder.learning.renewal import decide
from course_builder.learning.requirements import exempt, require
from course_builder.library.models import KeptCourse
from course_builder.people.models import Role
from course_builder.post import outbox
from tests.acceptance.web import Complaints
from tests.learning.school import NOW
from tests.web.learned import Learned, learned
from tests.web.looked import looked_at
from tests.web.served import serving, sign_in
from tests.web.test_unit import colleagues, done

__all__ = ["learned"]
pytestmark = pytest.mark.browser

PAGES = {
    "rep": ["/mine", "/mine/why/liten", "/catalogue", "/my-data", "/unit/{clinic}"],
    "employee": ["/mine"],
    "external": ["/mine"],
    "manager": ["/unit/{clinic}", "/unit/{clinic}/why/{rep}/liten", "/unit/{clinic}/remind"],
    "coordinator": [
        "/coverage", "/coverage/units", "/coverage/reps", "/coverage/managers", "/coverage/mail", "/unit/{region}",
        "/requirements", "/requirements/new", "/requirements/{requirement}", "/requirements/renewal", "/requirements/people?q=anna",
        "/requirements/people/{rep}",
    ],
    "": ["/verify", "/verify/{paper}", "/verify/0", "/verify/{withdrawn}"],
}  # fmt: skip


@pytest.fixture
def site(learned: Learned) -> Iterator[tuple[str, Learned, dict[str, object]]]:
    """Everything the pages can show: done, under way, remaining, exempt, due again, by hand, a letter that failed."""
    region = learned.region
    with region.database.writing() as session:
        requirement = require(
            session, "liten", NOW, None, unit_id=region.units["region"], due=date(2026, 12, 31)
        ).id
        require(session, "liten", NOW, None, role=Role.REP)
        exempt(session, requirement, region.people["trainer"], "on-leave", None, NOW)
        decide(
            session,
            "liten",
            months=2,
            fixed=None,
            window_days=62,
            refresher_course_id=None,
            decision="RS 2026-0123",
        )
        kept = session.get_one(KeptCourse, "liten")
        kept.taken, kept.staff_link, kept.external_link = (
            "both",
            "https://lok.exempel.se/1",
            "https://ext.exempel.se/1",
        )
        outbox.write(
            session, "elin@exempel.se", "Hej", "Hej", "reminder", None, NOW, region.people["employee"]
        )
        record_elsewhere(
            session, region.people["rep2"], "liten", date(2025, 1, 1), True, Source.PORTAL, "k", None, NOW
        )
    with region.database.writing() as session:
        outbox.take(session, 1, NOW)
        outbox.mark(session, 1, NOW, "550 no such user", again=False)
        notes.keep(session, region.people["rep"], "liten", "tanke", "Barnet sa att stolen var för hög.", NOW)
    learned.complete("rep")
    learned.open("employee")
    done(region, colleagues(region, 9)[:7])
    learned.complete("rep2")
    with region.database.reading() as session:
        paper, withdrawn = (
            one.id
            for one in session.query(Certificate).order_by(Certificate.issued, Certificate.completion_seq)
        )
    with region.database.writing() as session:
        session.get_one(Certificate, withdrawn).withdrawn = NOW
    values = {
        **region.units,
        **region.people,
        "requirement": requirement,
        "paper": paper,
        "withdrawn": withdrawn,
    }
    with serving(region.app) as address:
        yield address, learned, values


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages(
    context: BrowserContext, site: tuple[str, Learned, dict[str, object]], language: str
) -> None:
    address, learned, values = site
    found: list[str] = []
    for key, paths in PAGES.items():
        if key:
            sign_in(context, learned.region, key, address)
        else:
            context.clear_cookies()
        page = context.new_page()
        complaints = Complaints(page, address)
        for path in paths:
            found += [
                f"{key} {path} {one}" for one in looked_at(page, address + path.format_map(values), language)
            ]
        found += [f"{key}: {said}" for said in complaints.heard if "status of 404" not in said]
        page.close()
    assert found == []
