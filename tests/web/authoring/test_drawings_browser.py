"""trust 8: fifty hostile drawings, each opened by itself in a real browser. No script runs, nothing is fetched."""

import pytest
from playwright.sync_api import BrowserContext

from tests.web.authoring.drafted import COURSE, drafted, held
from tests.web.authoring.hostile import DRAWINGS
from tests.web.authoring.test_upload import brought
from tests.web.region import Region
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser


def test_fifty_hostile_drawings(
    context: BrowserContext, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(DRAWINGS) == 50
    drafted(region)
    client = region.as_("trainer")
    told = [brought(client, f"rita-{number}.svg", one.encode()) for number, one in enumerate(DRAWINGS)]
    kept = {str(one["path"]) for one in told if one["state"] == "done"}
    refused = [one for one in told if one["state"] == "refused"]
    assert len(refused) == 1
    assert "Spara den som vanlig SVG eller som PNG" in str(refused[0]["error"])
    asked: list[str] = []
    with serving(region.app) as address:
        sign_in(context, region, "trainer", address)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        shown = {sha for path, sha in held(region).items() if path in kept}
        for sha in shown:
            page.goto(f"{address}/write/course/{COURSE}/file/{sha}")
            assert page.evaluate("window.__ran === undefined && document.documentElement.localName === 'svg'")
            assert (
                page.evaluate(
                    "document.querySelectorAll('script, foreignObject, image, a, animate, set').length"
                )
                == 0
            )
        assert sorted(asked) == sorted(f"{address}/write/course/{COURSE}/file/{sha}" for sha in shown)
