// Dragging in the outline with the mouse: an extra way; buttons and keys do the same.

export function mountDrag(place, moved) {
  let dragged = null;
  const mark = document.createElement("div");
  mark.className = "drop";

  const item = (node) => node.closest?.("li[data-key], li[data-module]");
  const keyOf = (node) => node.dataset.key ?? `module:${node.dataset.module}`;
  const isModule = (node) => node.dataset.module !== undefined;

  place.addEventListener("dragstart", (event) => {
    dragged = item(event.target);
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", keyOf(dragged));
  });

  function over(event) {
    const node = item(event.target);
    if (!dragged || !node) return null;
    const other = isModule(dragged) ? node.closest("li[data-module]") : node;
    const box = other.getBoundingClientRect();
    return { other, below: !isModule(dragged) && isModule(other) ? true : event.clientY > box.top + box.height / 2 };
  }

  place.addEventListener("dragover", (event) => {
    const there = over(event);
    if (!there) return;
    event.preventDefault();
    if (!isModule(dragged) && isModule(there.other)) there.other.querySelector("[data-leaves]").prepend(mark);
    else there.other[there.below ? "after" : "before"](mark);
  });

  place.addEventListener("drop", (event) => {
    if (!dragged || !mark.isConnected) return;
    event.preventDefault();
    const list = mark.parentElement;
    const rows = [...list.children].filter((one) => one === mark || (one !== dragged && item(one) === one));
    const module = list.closest("li[data-module]")?.dataset.module ?? "";
    moved(keyOf(dragged), module, rows.indexOf(mark));
    end();
  });

  function end() {
    mark.remove();
    dragged = null;
  }
  place.addEventListener("dragend", end);
}
