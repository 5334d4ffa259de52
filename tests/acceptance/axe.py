"""axe-core in a page: what breaks WCAG 2.0-2.2 A and AA, EN 301 549 or good practice."""

from pathlib import Path

from playwright.sync_api import Frame, Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
    iframes: false,
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary.replace(/\\s+/g, " ").slice(0, 200)})`));
}"""


def violations(page: Page | Frame) -> list[str]:
    if not page.evaluate("typeof axe === 'object'"):
        # Not as a script element: our pages' content policy lets no inline script in.
        page.evaluate(f"() => {{ {SOURCE.read_text('utf-8')} }}")
    return list(page.evaluate(RUN, TAGS))
