// How far, saved or not, and the way out: only a script can tell, so only the script makes them.

import { button, filled, icon, make } from "./dom.js";

const SIGNS = { saved: "cloud-check", saving: "cloud" };
const ICONS = ["cloud-check", "cloud", "cloud-off"];

export function topbar(words, leave) {
  const bar = document.querySelector(".p-top");
  const read = make("span", {});
  const saved = make("span", { class: "saved xs", hidden: "" });
  const filling = make("i", {});
  const meter = make("span", { class: "bar", role: "progressbar", "aria-label": words.progress, "aria-valuemin": 0, "aria-valuemax": 100 }, filling);
  const exit = button("", "", leave);
  exit.append(icon("log-out"), make("span", { class: "hide-s" }, words.leave));
  exit.setAttribute("aria-label", words.leave);
  exit.hidden = true;
  bar.append(make("span", { class: "prog stack tight" }, make("span", { class: "row between xs" }, read, saved), meter), exit);

  return {
    /** A course that is completed says so, however much of it this browser knows to be read. */
    progress(share, done) {
      const percent = done ? 100 : Math.floor(share * 100 + 1e-6);
      read.textContent = done ? words.completed : filled(words.read_so_far, { share: percent });
      meter.setAttribute("aria-valuenow", percent);
      filling.style.width = `${percent}%`;
    },
    saved(how) {
      saved.hidden = false;
      saved.dataset.how = how;
      saved.replaceChildren(icon(SIGNS[how] || "cloud-off"), words[how]);
    },
    mayLeave() {
      exit.hidden = false;
    },
    close() {
      exit.hidden = saved.hidden = true;
    },
  };
}
