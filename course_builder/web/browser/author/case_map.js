// The map of a story: a scene that is chosen in it is opened in the list, where its words are.

export function caseMap(desk, form) {
  form.box.addEventListener("click", (event) => {
    const node = event.target.closest("[data-scene]");
    if (!node) return;
    event.preventDefault();
    const item = form.box.querySelector(`[data-list=scenes] [data-item="#${CSS.escape(node.dataset.scene)}"]`);
    if (!item) return;
    for (let here = item.querySelector("details"); here; here = here.parentElement?.closest("details")) here.open = true;
    const field = item.querySelector("[data-field=text]");
    field.focus();
    item.scrollIntoView({ block: "nearest" });
  });
}
