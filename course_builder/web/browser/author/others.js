// What others change meanwhile: asked for now and then, and shown without disturbing whoever is writing.

import { announce, fill } from "./say.js";

const EVERY = 20000;

export function mountOthers(desk) {
  const { facts, words } = desk;
  let seen = facts.base;
  let asking = false;

  async function look() {
    if (asking || document.hidden || desk.busy) return;
    asking = true;
    const { status, data } = await desk.ask(`${facts.address}/since?revision=${seen}`);
    asking = false;
    if (status !== 200 || desk.busy) return;
    seen = data.head;
    desk.moved(data.head);
    if (data.outline) desk.emit("structure", {});
    if (data.paths.includes(facts.path) && !desk.waits(facts.path)) await adopt();
  }

  async function adopt() {
    const { status, data } = await desk.ask(`${facts.address}/text?path=${encodeURIComponent(facts.path)}`);
    if (status !== 200 || desk.waits(facts.path)) return;
    desk.adopt(facts.path, data.revision);
    const taken = desk.emit("changed", { path: facts.path, text: data.text, revision: data.revision });
    if (taken) announce(fill(words.changed, { name: words.somebody }));
  }

  desk.on("others", () => setTimeout(look, 500));
  setInterval(look, EVERY);
  addEventListener("focus", look);
}
