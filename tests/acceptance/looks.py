"""What axe does not see: sideways scroll, small targets, clipped text, motion."""

from playwright.sync_api import Frame, Page

LEAST = 24
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# A link within a sentence may be as small as its letters (WCAG 2.5.8, inline).
SMALL = """(least) => {
  const inText = (it) => it.matches("a") && it.closest("p, li, dd, td, span, summary") && getComputedStyle(it).display === "inline";
  const hidden = (it) => !it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((it) => !hidden(it) && !it.disabled && !inText(it) && !it.matches(".skip, .past:not(:focus), .scroll"))
    .map((it) => [it.closest("label") || it, it])
    .filter(([box]) => { const { width, height } = box.getBoundingClientRect(); return Math.min(width, height) < least - 0.01; })
    .map(([box, it]) => `${it.outerHTML.slice(0, 120)} ${Math.round(box.getBoundingClientRect().width)}x${Math.round(box.getBoundingClientRect().height)}`);
}"""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}"""
USUAL = "document.adoptedStyleSheets = []"
CLIPPED = """() => [...document.querySelectorAll("body *")]
  .filter((it) => it.checkVisibility() && it.innerText?.trim() && !it.closest(".vh, .past:not(:focus), svg, video, select, textarea"))
  .filter((it) => /hidden|clip/.test(getComputedStyle(it).overflow) && (it.scrollHeight > it.clientHeight + 2 || it.scrollWidth > it.clientWidth + 2))
  .map((it) => `${it.outerHTML.slice(0, 120)} ${it.scrollWidth}x${it.scrollHeight} in ${it.clientWidth}x${it.clientHeight}`)"""
MOVING = "document.getAnimations().filter((it) => it.playState === 'running').map((it) => it.animationName || it.transitionProperty)"


def faults(page: Page | Frame) -> list[str]:
    """At the size and in the colours the page has now."""
    found = [f"small: {one}" for one in page.evaluate(SMALL, LEAST)]
    return found + _sideways(page, "sideways")


def spaced_faults(page: Page | Frame) -> list[str]:
    """With the spacing between letters, words and lines that some readers need (WCAG 1.4.12)."""
    page.evaluate(SPACED)
    found = [f"clipped: {one}" for one in page.evaluate(CLIPPED)] + _sideways(page, "sideways when spaced")
    page.evaluate(USUAL)
    return found


def moving(page: Page | Frame) -> list[str]:
    return list(page.evaluate(MOVING))


def _sideways(page: Page | Frame, name: str) -> list[str]:
    over = page.evaluate(SIDEWAYS)
    return [f"{name}: {over} px"] if over > 0 else []
