// An item is dragged by its grip to another place. Buttons and keys do the same; nothing can be done by dragging alone.
export function dragging(board, send) {
  let held = null;
  let over = null;

  board.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button) return;
    event.preventDefault();
    held = grip.closest("[data-step]");
    held.classList.add("dragged");
    board.setPointerCapture(event.pointerId);
  });
  board.addEventListener("pointermove", (event) => {
    if (!held) return;
    unmark();
    over = [...held.parentElement.children].find((row) => event.clientY < row.getBoundingClientRect().bottom) ?? held.parentElement.lastElementChild;
    if (over !== held) over.classList.add(goesUp() ? "above" : "under");
  });
  board.addEventListener("pointerup", () => {
    if (held && over && over !== held) drop();
    stop();
  });
  board.addEventListener("pointercancel", () => stop());
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());

  const goesUp = () => Boolean(held.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_PRECEDING);
  const unmark = () => over?.classList.remove("above", "under");

  function drop() {
    const form = held.querySelector("form");
    const body = new FormData(form);
    body.append("do", "to");
    body.append("place", [...held.parentElement.children].indexOf(over) + 1);
    send(form.action, body, [`up-${held.dataset.step}`, `down-${held.dataset.step}`]);
  }

  function stop() {
    unmark();
    held?.classList.remove("dragged");
    held = over = null;
  }
}
