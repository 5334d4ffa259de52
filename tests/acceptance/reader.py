"""A virtual screen reader in the page: what it says, line by line."""

from pathlib import Path

from playwright.sync_api import Locator, Page

LIBRARY = (
    Path(__file__).resolve().parents[2]
    / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
)
ADDRESS = "/virtual-screen-reader.js"
READ = """async (box) => {
  const { Virtual } = await import("ADDRESS");
  const reader = new Virtual();
  await reader.start({ container: box });
  const first = await reader.lastSpokenPhrase();
  for (let line = 0; line < 1000; line += 1) {
    await reader.next();
    if ((await reader.lastSpokenPhrase()) === `end of ${first}`) break;
  }
  const log = await reader.spokenPhraseLog();
  await reader.stop();
  return log;
}"""
LISTEN = """async () => {
  const { Virtual } = await import("ADDRESS");
  window.listening = new Virtual();
  await window.listening.start({ container: document.body });
  await window.listening.clearSpokenPhraseLog();
}"""
HEARD = """async () => {
  await window.listening.next();
  const log = await window.listening.spokenPhraseLog();
  await window.listening.stop();
  return log;
}"""


class Reader:
    def __init__(self, page: Page) -> None:
        self.page = page
        page.route(f"**{ADDRESS}", lambda route: route.fulfill(path=LIBRARY, content_type="text/javascript"))

    def read(self, box: Locator) -> list[str]:
        """From its first line to its last, with the arrow keys."""
        return list(box.evaluate(READ.replace("ADDRESS", ADDRESS)))

    def listen(self) -> None:
        """From here on it says where the focus goes, and what is announced."""
        self.page.evaluate(LISTEN.replace("ADDRESS", ADDRESS))

    def heard(self) -> list[str]:
        """Up to the first line of what has the focus now."""
        self.page.wait_for_timeout(200)
        return list(self.page.evaluate(HEARD))
