// Alt with an arrow moves the item that has the focus; Ctrl+Z and Ctrl+Y go back and forth where nothing is being typed.
export function keys(board) {
  board.addEventListener("keydown", (event) => {
    const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = event.target.closest("[data-step]");
    if (!event.altKey || !way || !row) return;
    event.preventDefault();
    row.querySelector(`button[value=${way}]`)?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    const id = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    const button = id && board.querySelector(`#${id}`);
    if (!button || button.disabled) return;
    event.preventDefault();
    button.click();
  });
}
