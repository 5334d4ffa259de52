// The page in the editor's frame: the player's own activities on one part, shown anew while it is written.

import { activities } from "../../player/browser/activities.js";
import { make } from "../../player/browser/dom.js";
import { host } from "../../player/browser/host.js";
import { record } from "../../player/browser/record.js";
import { forgetful } from "./preview/channel.js";
import { pieces } from "./preview/pieces.js";
import { follow, pressed } from "./preview/place.js";

const channel = forgetful();
const live = document.body.appendChild(make("p", { class: "vh", role: "status" }));
const first = JSON.parse(document.getElementById("course").textContent);
const section = document.querySelector("section.part");
const part = pieces(section, section.outerHTML, first);
let line = 0;

const announce = (text) => (live.textContent = text);
const tell = (message) => parent.postMessage(message, location.origin);

/** As a section of the player: what is to begin, in it or being it. */
const among = (nodes) => ({
  querySelectorAll: (selector) => nodes.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]),
});

function begin(page, nodes) {
  if (!page.course) return; // nothing has been shown yet
  const learner = record(page, channel, { mastery: null }, () => {});
  activities(page, host(page, learner, channel, announce))(among(nodes));
}

function note(text) {
  document.querySelector(".preview-note")?.remove();
  if (text) document.querySelector("main").prepend(make("p", { class: "note sun preview-note", role: "status" }, text));
}

function show({ html, page, title, language, number, stamp, note: said }) {
  note(said);
  if (html) {
    document.documentElement.lang = language;
    document.title = title;
    document.querySelector(".p-top .name").textContent = title;
    begin(page, part.show(html, page));
    if (line) follow(line);
  }
  // The second frame begins when the first has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => tell({ preview: "shown", number, stamp })));
}

// No form may load the page anew; and in a frame that may not submit forms no submit event is ever made.
document.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", (event) => {
  const button = event.target.closest("form button");
  const link = event.target.closest("a[href]");
  if (link && !link.target && !link.getAttribute("href").startsWith("#")) event.preventDefault();
  if (!button || button.type !== "submit") return;
  event.preventDefault();
  button.form.dispatchEvent(new Event("submit", { cancelable: true }));
});
addEventListener("message", ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent) return;
  if (data.preview === "show") show(data);
  if (data.preview === "line") follow((line = data.line));
});
pressed((chosen) => tell({ preview: "line", line: chosen }));
begin(first, [section]);
tell({ preview: "ready" });
