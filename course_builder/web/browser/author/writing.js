// The text, its preview and the desk brought together: what is typed is saved and shown, what comes from elsewhere is put in.

import { mountPreview } from "./preview_frame.js";
import { mountText } from "./text.js";

const token = () => document.querySelector("meta[name=csrf]")?.content ?? "";

export function mountWriting(desk) {
  const host = document.querySelector("[data-editor=text]");
  const frame = document.querySelector("iframe[data-preview]");
  const { address, at } = desk.facts;
  const path = host?.dataset.path ?? desk.facts.path;
  let text = null;

  const told = ({ problems, state }) => {
    if (problems) text?.problems(problems);
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
    });
    desk.on("changed", ({ path: which, text: words }) => {
      if (which !== path) return false;
      text.replace(words);
      preview?.show(words);
      return true;
    });
    desk.on("problems", ({ path: which, problems }) => which === path && text.problems(problems));
    preview?.show(text.text);
  } else {
    desk.on("saved", ({ path: which }) => which === path && preview?.show(null)); // a form: what it made is in the saved text
    preview?.show(null);
  }
  return text;
}
