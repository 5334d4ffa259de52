// A block of the lesson as a form, in place above the text, which waits meanwhile: two hands never write the same lines.

import { blockTools } from "./block_tools.js";

const make = (name, attributes) => Object.assign(document.createElement(name), attributes);

/** `open(block)` shows it; the form sends its own edits through the desk. */
export function blockForm(desk, host, words, { wait, go }) {
  let shown = null;

  async function open(block, did) {
    close();
    const title = make("h2", { textContent: `${words.kinds[block.kind]}`, tabIndex: -1 });
    const done = make("button", { type: "button", className: "btn sm", textContent: words.done });
    const head = make("div", { className: "row between" });
    const mount = make("div", {});
    const tools = blockTools(desk, host.dataset.path, block, words, (now, op) => (now ? open(now, op) : away(block)));
    head.append(title, tools, done);
    shown = make("section", { className: "card stack block-form", ariaLabel: `${words.form}: ${words.kinds[block.kind]}` });
    shown.append(head, mount);
    host.querySelector(".text-place").before(shown);
    wait(true);
    done.addEventListener("click", () => leave(block));
    shown.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && leave(block));
    await desk.settled();
    const form = await desk.openForm?.(mount, { path: host.dataset.path, block: block.index });
    if (!form) return leave(block);
    (tools.querySelector(`[data-op="${did}"]`) ?? title).focus();
  }

  function away(block) {
    close();
    go(block.first);
  }

  async function leave(block) {
    await desk.settled();
    away(block);
  }

  function close() {
    shown?.remove();
    shown = null;
    wait(false);
  }

  return open;
}
