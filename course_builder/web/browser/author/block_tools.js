// Buttons over a block that is open as a form: up, down, a copy, away. The text beneath is the server's afterwards.

import { announce, fill, toast } from "./say.js";

const DOES = ["up", "down", "copy", "remove"];

/** `after(block)` hears where the block is now; null: it is away. */
export function blockTools(desk, path, block, words, after) {
  const row = Object.assign(document.createElement("div"), { className: "row tools" });
  const what = words.kinds[block.kind];

  async function change(op) {
    await desk.settled();
    const { index, kind } = block;
    const { status, data } = await desk.ask(`${desk.facts.address}/block`, { method: "POST", body: { path, op, index, kind } });
    if (status !== 200) {
      announce(data.error ?? desk.words.not_done);
      return toast(data.error ?? desk.words.not_done);
    }
    desk.moved(data.revision);
    desk.adopt(path, data.revision);
    after(data.block, op);
    desk.emit("changed", { path, text: data.text, revision: data.revision });
    desk.emit("step", { revision: data.revision });
    return said(op, data);
  }

  function said(op, { revision, block: now }) {
    const { tools } = words;
    const told = op === "remove" ? tools.removed : op === "copy" ? tools.copied : tools.moved;
    const sentence = fill(told, { what, line: now?.first });
    announce(sentence);
    if (op === "remove") toast(sentence, () => desk.undo(revision));
  }

  for (const op of DOES) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn sm quiet", textContent: words.tools[op], ariaLabel: `${words.tools[op]}: ${what}` });
    button.dataset.op = op;
    button.addEventListener("click", () => change(op));
    row.append(button);
  }
  return row;
}
