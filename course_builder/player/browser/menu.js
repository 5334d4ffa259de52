// The outline stands open beside a wide page and folds away on a narrow one.

export function menu() {
  const outline = document.querySelector(".p-nav details");
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => (outline.open = wide.matches);
  wide.addEventListener("change", fit);
  addEventListener("hashchange", fit);
  fit();
}
