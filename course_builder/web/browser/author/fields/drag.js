// Dragging an item by its grip within its list: an extra way; buttons and keys do the same.

const GRIP = "[data-grip]";

/** `moved(item, to)` hears where it was let go. */
export function dragging(box, moved) {
  const mark = Object.assign(document.createElement("li"), { className: "drop", ariaHidden: "true" });
  let dragged = null;

  box.addEventListener("dragstart", (event) => {
    const grip = event.target.closest?.(GRIP);
    dragged = grip?.closest("[data-item]") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 0, 0);
  });

  /** The item of the same list that the mouse is over. */
  function under(node) {
    const found = dragged && [...dragged.parentElement.children].find((one) => one !== mark && one.contains(node));
    return found ?? null;
  }

  box.addEventListener("dragover", (event) => {
    if (!dragged) return;
    const other = under(event.target);
    if (other) {
      const { top, height } = other.getBoundingClientRect();
      other[event.clientY > top + height / 2 ? "after" : "before"](mark);
    }
    if (other || mark.contains(event.target)) event.preventDefault();
  });

  box.addEventListener("drop", (event) => {
    if (!dragged || !mark.isConnected) return;
    event.preventDefault();
    const others = [...dragged.parentElement.children].filter((one) => one !== dragged);
    const [item, to] = [dragged, others.indexOf(mark)];
    end();
    moved(item, to);
  });

  function end() {
    mark.remove();
    dragged = null;
  }
  box.addEventListener("dragend", end);
}
