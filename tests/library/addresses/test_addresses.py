"""Web addresses: found where they stand, asked without reaching into our own network (trust 11), remembered."""

from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from course_builder.database.store import Database
from course_builder.library.addresses.asking import Asker, Reason, public_asker
from course_builder.library.addresses.checking import dead, last_round, round_of, write_down
from course_builder.library.addresses.places import addresses, standing
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import create, save
from tests.library.conftest import NOON


class Site(ThreadingHTTPServer):
    """Answers by the path, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://exempel.test:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        word = self.path.strip("/").partition("?")[0]
        if word == "runt":
            status = 302
        elif word == "vidare":
            status = 301
        elif word == "utan-head":
            status = 405 if self.command == "HEAD" else 200
        else:
            status = int(word) if word.isdigit() else 200
        self.send_response(status)
        if word in ("runt", "vidare"):
            self.send_header("Location", "/runt" if word == "runt" else "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def here(host: str, port: int) -> list[str]:
    return ["127.0.0.1"] if host == "exempel.test" else []


ASKER = Asker(here, inside=True)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/200", None), ("/utan-head", None), ("/vidare", None), ("/401", None), ("/403", None), ("/404", Reason.GONE),
        ("/410", Reason.GONE), ("/500", Reason.REFUSED), ("/runt", Reason.LOOP), ("/åäö?q=ö", None),
    ],
)  # fmt: skip
def test_how_a_site_answers(site: Site, path: str, reason: Reason | None) -> None:
    assert ASKER.ask(site.address + path) == reason


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://finns-inte.test/", Reason.NO_NAME),
        ("http://exempel.test:1/", Reason.NO_ANSWER),
        ("ftp://exempel.test/", Reason.ODD),
        ("http://exempel.test:99999/", Reason.ODD),
        ("http://[::1/", Reason.ODD),
        ("http:///utan-värd", Reason.ODD),
    ],
)
def test_what_cannot_be_asked(address: str, reason: Reason) -> None:
    assert ASKER.ask(address) == reason


INSIDE = ("127.0.0.1", "127.1.2.3", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "::1", "::ffff:127.0.0.1",
          "fe80::1", "fd00::1", "100.64.0.1", "::")  # fmt: skip


@pytest.mark.parametrize("there", INSIDE)
def test_nothing_in_our_own_network_is_called(site: Site, there: str) -> None:
    """Trust 11: whatever the name says, and also when only one of its addresses leads inside."""
    for found in ([there], ["93.184.216.34", there]):
        asker = Asker(lambda host, port, found=found: found)  # type: ignore[misc]
        assert asker.ask(site.address + "/200") == Reason.INSIDE
    assert site.asked == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "localhost"]
)
def test_other_ways_to_write_this_machine_lead_nowhere(site: Site, host: str) -> None:
    """Trust 11: the system's own lookup, as it is used."""
    assert public_asker().ask(f"http://{host}:{site.server_port}/") == Reason.INSIDE
    assert site.asked == []


def test_a_redirect_into_our_own_network_is_not_followed() -> None:
    """Trust 11: each step is looked at anew, with one lookup a step."""
    looked_up: list[str] = []

    class Redirecting(Asker):
        def _step(self, address: str) -> Reason | str | None:
            looked_up.append(address)
            return "http://10.0.0.1/" if len(looked_up) == 1 else super()._step(address)

    assert Redirecting(lambda host, port: [host]).ask("https://exempel.test/") == Reason.INSIDE
    assert looked_up == ["https://exempel.test/", "http://10.0.0.1/"]


def test_addresses_of_a_text() -> None:
    text = (
        "Läs [lagen](https://lag.exempel.se/sfs?bet=2014:821).\nSe https://exempel.se/a_(b), eller (https://exempel.se/c).\n"
        "film:\n  url: https://exempel.se/film\n  bild: '<https://exempel.se/d>'\n"
    )
    assert list(addresses(text)) == [
        ("https://lag.exempel.se/sfs?bet=2014:821", 1),
        ("https://exempel.se/a_(b)", 2),
        ("https://exempel.se/c", 2),
        ("https://exempel.se/film", 4),
        ("https://exempel.se/d", 5),
    ]


def written(database: Database, text: str) -> None:
    with database.writing() as session:
        there = draft(session, Kind.COURSE, "liten")
        if there is None:
            create(session, Kind.COURSE, "liten", {"a.md": text}, None, None, NOON)
        else:
            save(session, there, {"a.md": text}, there.head, Verb.EDITED, "", None, NOON)


def test_a_dead_address_is_told_with_its_places_until_it_answers(database: Database, site: Site) -> None:
    written(database, f"# A\n[bort]({site.address}/404)\n[kvar]({site.address}/200)\n")
    round_of(database, ASKER, NOON)
    with database.reading() as session:
        [found] = dead(session)
        assert (found.address, found.reason, found.since) == (f"{site.address}/404", Reason.GONE, NOON)
        assert [(one.name, one.path, one.line) for one in found.places] == [("liten", "a.md", 2)]
        assert dead(session, among=set()) == []
        assert last_round(session) == NOON
    round_of(database, ASKER, NOON + timedelta(days=1))
    with database.reading() as session:
        assert dead(session)[0].since == NOON
    written(database, f"# A\n[kvar]({site.address}/200)\n")
    round_of(database, ASKER, NOON + timedelta(days=2))
    with database.reading() as session:
        assert dead(session) == []
        assert list(standing(session)) == [f"{site.address}/200"]


def test_when_nothing_answers_it_is_our_own_network_that_is_away(database: Database) -> None:
    with database.writing() as session:
        write_down(session, {"https://a.test": Reason.NO_NAME, "https://b.test": Reason.NO_ANSWER}, NOON)
        assert last_round(session) is None
        write_down(session, {"https://a.test": Reason.NO_NAME, "https://b.test": None}, NOON)
        assert last_round(session) == NOON
