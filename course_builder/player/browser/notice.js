// What the learner must know about the connection: above the course, in words, until it no longer holds.

import { icon, make } from "./dom.js";

const ICONS = { bad: "cloud-off", sun: "info", ok: "check" };

export function notices() {
  const box = document.querySelector("main").insertAdjacentElement("afterbegin", make("div", { class: "notices stack", role: "status" }));
  const shown = new Map();

  /** One notice a name; no text takes it away. */
  return (name, kind, text, ...more) => {
    shown.get(name)?.remove();
    shown.delete(name);
    if (!text) return;
    const note = make("div", { class: `note ${kind}`, "data-notice": name }, icon(ICONS[kind] || "info"), make("div", {}, make("p", {}, text), ...more));
    box.append(note);
    shown.set(name, note);
  };
}
