// Undo and redo of what is not text: modules and lessons moved, removed, duplicated, values in forms. A step back is a
// new revision, so it can itself be taken back. The text has its own undo, in its own editor.

import { announce, fill, toast, toastFromBefore } from "./say.js";

const MOST = 100;
const TEXT = "input, textarea, select, [contenteditable], .text-place";

export function mountSteps(desk) {
  const { facts, words } = desk;
  const name = `author:steps:${facts.mark}:${facts.address}`;
  const kept = () => JSON.parse(sessionStorage.getItem(name) ?? '{"done":[],"undone":[]}');
  const keep = (steps) => sessionStorage.setItem(name, JSON.stringify({ done: steps.done.slice(-MOST), undone: steps.undone.slice(-MOST) }));

  let stepped = 0;
  desk.on("step", ({ revision }) => {
    stepped = performance.now();
    keep({ done: [...kept().done, revision], undone: [] });
  });

  async function back(revision, said) {
    await desk.settled();
    const { status, data } = await desk.ask(`${facts.address}/undo`, { method: "POST", body: { revision } });
    if (status !== 200) {
      announce(data.error ?? words.not_done);
      toast(data.error ?? words.not_done);
      return null;
    }
    desk.moved(data.revision);
    announce(fill(said, { what: data.about }));
    await refresh(data.paths);
    return data.revision;
  }

  async function refresh(paths) {
    desk.emit("structure", { mine: true });
    if (!paths.includes(facts.path)) return;
    const { status, data } = await desk.ask(`${facts.address}/text?path=${encodeURIComponent(facts.path)}`);
    if (status === 404) return location.assign(facts.address + "/");
    desk.adopt(facts.path, data.revision);
    const taken = desk.emit("changed", { path: facts.path, text: data.text, revision: data.revision });
    if (!taken) location.reload();
  }

  async function undo(wanted) {
    const steps = kept();
    const revision = wanted ?? steps.done.at(-1);
    if (revision === undefined) return announce(words.nothing_undo);
    const made = await back(revision, words.undone);
    const done = steps.done.filter((one) => one !== revision);
    keep({ done, undone: made === null ? steps.undone : [...steps.undone, made] });
  }

  async function redo() {
    const steps = kept();
    const revision = steps.undone.at(-1);
    if (revision === undefined) return announce(words.nothing_redo);
    const made = await back(revision, words.redone);
    keep({ done: made === null ? steps.done : [...steps.done, made], undone: steps.undone.slice(0, -1) });
  }

  const inText = () => Boolean(document.activeElement?.closest(TEXT));

  // The buttons take back what was done last, in the text or beside it.
  const inOrder = (ofText, ofSteps) => () => (desk.typed >= stepped && ofText() ? null : ofSteps(undefined));
  document.querySelector("[data-undo]")?.addEventListener("click", inOrder(() => desk.text?.undo?.(), undo));
  document.querySelector("[data-redo]")?.addEventListener("click", inOrder(() => desk.text?.redo?.(), redo));
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || inText()) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) event.preventDefault(), undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) event.preventDefault(), redo();
  });
  desk.undo = undo;
  toastFromBefore(undo);
}
