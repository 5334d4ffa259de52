// How phones join, on the wall: a picture for their cameras, and a short address with a code.

import { make } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
const AROUND = 4; // light squares that a camera needs around it

export function mount(element, { data, stage, on }) {
  const { words } = data;
  let known = null; // {code, where, picture}
  let asking = false;

  async function learn() {
    if (!data.server || !data.server.joining || asking) return;
    asking = true;
    try {
      const answer = await fetch(data.server.joining, { credentials: "same-origin" });
      if (answer.ok) learned(await answer.json());
    } catch {
      // it is asked for again when it is to be shown
    }
    asking = false;
  }

  /** A code that is the same is not drawn again: a camera is on it, and a screen reader may be. */
  function learned(way) {
    if (JSON.stringify(way) === JSON.stringify(known)) return;
    known = way;
    draw();
  }

  function draw() {
    element.replaceChildren(...(known ? shown(known, words) : [make("h1", { tabindex: "-1" }, words.join_away)]));
  }

  on((what) => {
    const now = stage();
    if (what === "stage" && now && now.show && now.show.what === "join") learn();
  });
  draw();
  learn();
}

function shown({ code, where, picture }, words) {
  const text = make(
    "div",
    { class: "way" },
    make("p", { class: "how" }, words.join_where),
    make("p", { class: "where" }, where),
    make("p", { class: "how" }, words.join_code),
    make("p", { class: "code", "aria-label": code.split("").join(" ") }, code),
  );
  return [make("h1", { tabindex: "-1" }, words.join_title), make("div", { class: "joining" }, drawing(picture, words.join_picture), text), make("p", { class: "how" }, words.join_unnamed)];
}

export function drawing(rows, name) {
  const size = rows.length + 2 * AROUND;
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name, class: "qr", "shape-rendering": "crispEdges" })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", rows.flatMap((row, y) => [...row].map((dark, x) => (dark === "1" ? `M${x + AROUND} ${y + AROUND}h1v1h-1z` : ""))).join(""));
  svg.append(path);
  return svg;
}
