// At the end of an hour that was run from a kit: what was noted, as a text to copy or a small file to hand in. Nothing is sent.

import { button, make } from "../../dom.js";
import { day } from "../page_data.js";
import { written } from "../time.js";
import { OURS as PRESENT } from "./count.js";
import { summaryText } from "./summary_text.js";

const ACTION = "action:";
const NOTES = "notes";

export function mount(element, context) {
  const { data, outbox, say, words } = context;
  const said = words.kit;
  const text = make("textarea", { class: "input", id: "kit-summary", rows: 10, readonly: "" });
  const label = make("label", { for: "kit-summary" }, said.summary);
  const file = make("a", { class: "btn", download: said.file }, said.save);
  element.className = "card stack";
  element.append(
    make("h3", {}, said.title), make("p", {}, said.how), make("div", { class: "field" }, label, text),
    make("div", { class: "row" }, button("primary", said.copy, copy), file), make("p", { class: "small muted" }, said.public),
  ); // prettier-ignore

  /** Where the browser lets nobody copy for her, it is marked, and she copies it herself. */
  async function copy() {
    text.select();
    const copied = navigator.clipboard ? await navigator.clipboard.writeText(text.value).then(() => true, () => false) : document.execCommand("copy"); // prettier-ignore
    say(copied ? said.copied : said.marked);
  }

  function draw() {
    text.value = summaryText(noted(context.stage(), data, outbox.all()), said.lines);
    file.href = `data:text/plain;charset=utf-8,${encodeURIComponent(text.value)}`;
  }

  outbox.on(draw);
  context.on((what) => what === "stage" && draw());
  draw();
}

/** What the summary says of the hour, as it is kept in this browser. */
function noted(stage, data, kept) {
  const of = (key) => kept.find(([name]) => name === key)?.[1].body ?? {};
  const actions = kept.filter(([name, item]) => name.startsWith(ACTION) && !item.body.gone).map(([, item]) => item.body);
  const { themes = [], note = "" } = of(NOTES);
  const time = (moment) => (moment ? written(moment, data.hour.language) : "");
  const ended = stage && stage.over ? stage.paused ?? stage.since : null;
  return {
    hour: data.hour.id, day: stage ? day(new Date(stage.began)) : "", began: stage ? time(stage.began) : "", ended: time(ended),
    ...of(PRESENT), themes, note, actions,
  }; // prettier-ignore
}
