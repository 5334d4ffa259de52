// Leaving the page: what is written is saved first. The browser asks only when that could not be done.

const LONGEST = 4000;

function inside(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  if (link.target && link.target !== "_self") return null;
  const there = new URL(link.href, location.href);
  const samePage = there.pathname === location.pathname && there.search === location.search && there.hash;
  return there.origin === location.origin && !samePage && !link.hasAttribute("download") ? link : null;
}

export function mountLeaving(desk) {
  document.addEventListener("click", async (event) => {
    const link = inside(event);
    if (!link || !desk.busy) return;
    event.preventDefault();
    await desk.settled(LONGEST);
    location.assign(link.href);
  });
  document.addEventListener("submit", async (event) => {
    if (!desk.busy || event.defaultPrevented || event.target.dataset.settled) return;
    event.preventDefault();
    await desk.settled(LONGEST);
    event.target.dataset.settled = "yes";
    event.target.requestSubmit(event.submitter ?? undefined);
  });
  addEventListener("beforeunload", (event) => {
    if (desk.busy || desk.held.size) event.preventDefault();
  });
}
