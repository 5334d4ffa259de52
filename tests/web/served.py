"""An application on a port of its own, and the region of the tests there for a real browser that is signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from tests.web.region import Region


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def sign_in(context: BrowserContext, region: Region, key: str, address: str) -> None:
    """As `key` from now on; None of what was there before is left."""
    context.clear_cookies()
    client = region.as_(key)
    name = region.app.config["SIGN_IN_COOKIE"]
    cookie = client.get_cookie(name)
    assert cookie is not None
    context.add_cookies([{"name": name, "value": cookie.value, "url": address}])


@contextmanager
def signed_in(browser: Browser, region: Region, key: str) -> Iterator[Page]:
    """A page of the region's application, on a port of its own, in a browser in which she is signed in."""
    with serving(region.app) as address:
        context = browser.new_context(base_url=address, reduced_motion="reduce", locale="sv-SE")
        sign_in(context, region, key, address)
        yield context.new_page()
        context.close()
