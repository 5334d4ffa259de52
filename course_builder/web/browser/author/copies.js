// What was written but never saved, from a visit that ended badly. It is offered to the account that wrote it, and to
// nobody else: nobody else has the key it is locked with.

import { make } from "./make.js";
import { announce, fill } from "./say.js";

const STILL = 3000; // another window may be saving it just now

const clock = (at) => new Date(at).toLocaleString(document.documentElement.lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export async function mountCopies(desk) {
  const { words, facts } = desk;
  const place = document.querySelector("[data-offer]");
  const store = await desk.store;

  async function look() {
    const before = await store.all();
    if (!before.length) return;
    await new Promise((done) => setTimeout(done, STILL));
    const after = new Map(await store.all());
    for (const [name, copy] of before) if (after.get(name)?.at === copy.at && !desk.waits(copy.path)) await offer(copy);
  }

  async function offer(copy) {
    const { status, data } = await desk.ask(`${facts.address}/text?path=${encodeURIComponent(copy.path)}`);
    const text = [...copy.jobs].reverse().find((job) => job.kind === "save")?.text;
    if (status === 200 && text !== undefined && text === data.text) return store.drop(copy.path);
    if (status !== 200 && status !== 404) return;
    const values = { title: copy.title.split(" · ")[0], time: clock(copy.at) };
    const told = fill(text === undefined ? words.copy_edits : words.copy, values);
    const note = make("section", { class: "note sun stack", "aria-label": told }, [make("p", { text: told })]);
    const act = (label, fn, main) => make("button", { type: "button", class: main ? "btn sm primary" : "btn sm", text: label, on: { click: fn } });
    const away = () => (note.remove(), document.getElementById("main").focus());
    note.append(
      make("div", { class: "row" }, [
        act(words.copy_use, () => (away(), use(copy, text)), true),
        act(words.copy_drop, async () => (away(), store.drop(copy.path))),
      ]),
    );
    place.append(note);
    announce(told);
  }

  /** On top of what it was written on: when others have changed that since, both are shown. */
  async function use(copy, text) {
    desk.adopt(copy.path, copy.base);
    for (const job of copy.jobs) {
      if (job.kind === "save") desk.save(copy.path, job.text);
      else desk.edit(copy.path, job.block, job.edits);
    }
    if (text !== undefined) desk.emit("changed", { path: copy.path, text, revision: copy.base });
    const done = await desk.settled(10000);
    if (done && text === undefined) location.reload();
  }

  look();
}
