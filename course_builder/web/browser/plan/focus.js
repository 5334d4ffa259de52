// Where the focus goes: along with what moved; from what was removed to what stands in its place. Ids, the first that can take it.
export function whereNext(form, submitter) {
  const row = form.closest("[data-step]");
  const by = submitter?.value;
  if (row && (by === "up" || by === "down")) return [submitter.id, `${by === "up" ? "down" : "up"}-${row.dataset.step}`];
  if (row && by === "remove") {
    const near = row.nextElementSibling ?? row.previousElementSibling;
    return near ? [`remove-${near.dataset.step}`] : ["plan"];
  }
  if (row && by === "own") return [`m-${row.dataset.step}`];
  if (by === "minutes") return [document.activeElement?.id].filter(Boolean);
  return [submitter?.id, submitter?.id === "undo" ? "redo" : "undo", "plan"];
}

export function focusOn(board, ids) {
  for (const id of ids ?? []) {
    const found = id && board.querySelector(`#${CSS.escape(id)}`);
    if (!found || found.disabled) continue;
    found.focus();
    if (document.activeElement === found) return;
  }
}
