"""What a screen reader would say: @guidepup/virtual-screen-reader, put into the page."""

from pathlib import Path

from playwright.sync_api import Page

MOST_STEPS = 600
READER = "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
LOAD = """async (source) => {
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    window.reader = (await import(address)).virtual;
}"""
START = """async (selector) => {
    window.announced = [];
    for (const place of document.querySelectorAll("[role=status]")) {
        const heard = () => place.textContent && announced.push(`(announced) ${place.textContent}`);
        new MutationObserver(heard).observe(place, { childList: true, characterData: true, subtree: true });
    }
    await reader.start({ container: document.querySelector(selector) });
}"""
UNTIL = """async ([wanted, most]) => {
    for (let step = 0; step < most; step++) {
        if ((await reader.lastSpokenPhrase()).startsWith(wanted)) return true;
        await reader.next();
    }
    return false;
}"""
LOG = """async () => {
    const said = [...announced.splice(0), ...(await reader.spokenPhraseLog())];
    await reader.clearSpokenPhraseLog();
    return said;
}"""


class Spoken:
    """Moves through the part of the page that a selector names, and writes down what is said."""

    def __init__(self, page: Page, repository: Path, selector: str) -> None:
        self.page, self.said = page, [""]
        page.evaluate(LOAD, (repository / READER).read_text(encoding="utf-8"))
        page.evaluate(START, selector)

    def chapter(self, title: str) -> None:
        self._collect()
        self.said += ["", f"== {title}"]

    def read_to(self, phrase: str) -> None:
        """Reads on until a phrase that begins like this."""
        assert self.page.evaluate(UNTIL, [phrase, MOST_STEPS]), f"{phrase} is never said"

    def press(self, phrase: str) -> None:
        """Reads on to a link or a button, and uses it."""
        self.read_to(phrase)
        self.page.evaluate("reader.act()")

    def write(self, text: str) -> None:
        self.page.evaluate("text => reader.type(text)", text)

    def log(self) -> str:
        self._collect()
        return "\n".join(self.said).strip() + "\n"

    def _collect(self) -> None:
        self.said += self.page.evaluate(LOG)
