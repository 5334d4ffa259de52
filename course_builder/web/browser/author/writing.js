// The text, its preview and the desk brought together: what is typed is saved and shown, what comes from elsewhere is put in.

import { blockForm } from "./block_form.js";
import { mountPreview } from "./preview_frame.js";
import { mountText } from "./text.js";

const token = () => document.querySelector("meta[name=csrf]")?.content ?? "";

export function mountWriting(desk) {
  const host = document.querySelector("[data-editor=text]");
  const frame = document.querySelector("iframe[data-preview]");
  const { address, at } = desk.facts;
  const path = host?.dataset.path ?? desk.facts.path;
  let text = null;

  const told = ({ problems, state, blocks }) => {
    if (problems) text?.problems(problems);
    if (blocks) text?.blocks(blocks);
    if (state) text?.state(state);
  };
  const preview = frame && mountPreview(frame, { address, path, at, token, told, pointed: (line) => text?.goTo(line) });

  if (host) {
    text = mountText(host, {
      address,
      changed(words) {
        desk.save(path, words);
        preview?.show(words);
      },
      at: (line) => preview?.line(line),
      open(block) {
        preview?.line(block.first + 1);
        open(block);
      },
    });
    const open = blockForm(desk, host, text.words, { wait: text.wait, go: text.goTo });
    const put = (words) => {
      text.replace(words);
      preview?.show(words);
      return true;
    };
    desk.text = text;
    desk.on("changed", ({ path: which, text: words }) => which === path && put(words));
    desk.on("saved", ({ path: which, kind, text: words }) => which === path && kind === "edit" && words !== undefined && text.replace(words));
    desk.on("problems", ({ path: which, problems }) => which === path && text.problems(problems));
    preview?.show(text.text);
    const line = Number(new URLSearchParams(location.search).get("line")); // from a list of places
    if (line) text.goTo(line);
  }
  if (!host) preview?.show(null);
  if (preview) formsToo(desk, path, preview);
  return text;
}

/** What a form has sent and the server has not saved yet is shown too; what is set in or moved waits for the saving. */
function formsToo(desk, path, preview) {
  const { edit } = desk;
  let jobs = [];
  desk.edit = (which, block, edits) => {
    edit(which, block, edits);
    if (which !== path || !edits.every(({ op }) => op === "put")) return;
    jobs.push({ block: block ?? null, edits });
    preview.show(null, jobs);
  };
  desk.on("saved", ({ path: which, waits, kind }) => {
    if (which !== path || kind !== "edit") return;
    if (!waits) jobs = [];
    preview.show(null, jobs);
  });
}
