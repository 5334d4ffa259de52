// What is to be looked over: of this file when it is saved, of the whole course when nobody has written for a while.

import { make } from "./make.js";

const IDLE = 4000;
const FIRST = 1500; // what is seen comes first

export function mountProblems(desk) {
  const { facts, words } = desk;
  const nav = document.getElementById("outline");
  const icons = document.getElementById("moods")?.content;
  let timer = null;
  let known = [];

  async function whole() {
    if (desk.busy || document.hidden) return later();
    const address = facts.kind === "course" || !facts.course ? facts.address : `/write/course/${facts.course}`;
    const { status, data } = await desk.ask(`${address}/problems`);
    if (status !== 200) return;
    known = data.problems;
    moods();
    desk.emit("whole", { problems: known });
  }

  function later(wait = IDLE) {
    clearTimeout(timer);
    timer = setTimeout(whole, wait);
  }

  /** An icon with hidden words on each part that has something to look over. */
  function moods() {
    for (const row of nav?.querySelectorAll("li[data-file]") ?? []) {
      const own = known.filter((one) => one.file === row.dataset.file);
      const worst = own.some((one) => one.severity === "error") ? "error" : own.length ? "warning" : null;
      const place = row.querySelector("[data-mood]");
      if (!worst) place.replaceChildren();
      else place.replaceChildren(icon(worst), make("span", { class: "vh", text: ` (${worst === "error" ? words.stops : words.looks})` }));
    }
  }

  function icon(worst) {
    const made = icons.querySelector(`[data-mood-icon="${worst}"]`).firstElementChild.cloneNode(true);
    made.classList.add(worst);
    return made;
  }

  const list = document.querySelector("[data-problems-list]");
  function shown({ path, problems }) {
    if (path !== facts.path || !list) return;
    list.hidden = !problems.length;
    const rows = problems.map((one) =>
      make("li", { class: `problem ${one.severity === "error" ? "err" : "warn"}` }, [
        icon(one.severity),
        make("p", {}, [make("strong", { text: one.message }), ` ${one.hint}`]),
        make("p", { class: "at", text: `${one.severity === "error" ? words.stops : words.looks}` }),
      ]),
    );
    list.replaceChildren(make("ul", { class: "plain" }, rows));
  }

  /** Ids are nothing to write by hand: they are written when whoever wrote rests. */
  let resting = null;
  function identify({ path, problems }) {
    clearTimeout(resting);
    if (!problems.some((one) => one.code === "id-missing")) return;
    resting = setTimeout(async () => {
      if (desk.busy || desk.waits(path)) return;
      const { status, data } = await desk.ask(`${facts.address}/ids`, { method: "POST", body: { path } });
      if (status !== 200 || desk.waits(path)) return;
      desk.adopt(path, data.revision);
      desk.moved(data.revision);
      desk.emit("changed", { path, text: data.text, revision: data.revision });
      shown({ path, problems: data.problems });
    }, IDLE);
  }

  desk.on("problems", identify);
  desk.on("problems", shown);
  desk.on("saved", () => later());
  desk.on("step", () => later());
  desk.on("outline", moods);
  later(FIRST);
}
