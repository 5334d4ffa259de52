// The code that whoever has an account says with that she is here: on every wall of the hour while the leader shows it. It is
// made anew before it runs out.

import { make } from "../dom.js";
import { drawing } from "./join.js";

const AGAIN = 10 * 60 * 1000;
const SOON = 15 * 1000; // when it could not be had

export function mount(element, { data, stage, on }) {
  const { words } = data;
  const address = data.server && data.server.here_code;
  let known = null; // {picture}
  let was = false;
  let timer = 0;

  const shown = () => Boolean(stage() && stage().show && stage().show.what === "here");

  async function learn() {
    clearTimeout(timer);
    if (!address || !shown()) return;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    known = answer && answer.ok ? await answer.json().catch(() => null) : null;
    timer = setTimeout(learn, known ? AGAIN : SOON);
    draw();
  }

  function draw() {
    const title = make("h1", { tabindex: "-1" }, words.here_title);
    if (!known || !known.picture.length) return element.replaceChildren(title, make("p", { class: "how" }, words.here_away));
    const text = make("div", { class: "way" }, make("p", { class: "how" }, words.here_how), make("p", { class: "how" }, words.here_other));
    return element.replaceChildren(title, make("div", { class: "joining" }, drawing(known.picture, words.here_picture), text));
  }

  function look() {
    if (was === shown()) return;
    was = shown();
    learn();
  }

  on((what) => what === "stage" && look());
  draw();
  look();
}
