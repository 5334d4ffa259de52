// The frame: the width of the preview, the outline folded on a small screen, and menus that close as menus do.

const NARROW = matchMedia("(max-width: 69.99rem)");

export function mountFrame() {
  const screen = document.querySelector("[data-screen]");
  const widths = [...document.querySelectorAll("[data-width]")];
  for (const button of widths) {
    button.addEventListener("click", () => {
      screen.classList.toggle("phone", button.dataset.width === "phone");
      document.querySelector(".ed").classList.toggle("wide", button.dataset.width === "wide");
      for (const one of widths) one.setAttribute("aria-pressed", String(one === button));
    });
  }

  const fold = document.querySelector("[data-fold]");
  const fit = () => fold && (fold.open = !NARROW.matches);
  NARROW.addEventListener("change", fit);
  fit();
  for (const link of document.querySelectorAll('a[href="#outline"]')) link.addEventListener("click", () => fold && (fold.open = true));

  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.activeElement?.closest("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
}
