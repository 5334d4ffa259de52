// The live list and the tiles.
import { decode } from "../../../player/browser/state.js";

export const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const MOST_ROWS = 400;

export function createLog(page, facts) {
  const list = page.getElementById("log");
  const icons = page.getElementById("icons").content;

  function add({ text, icon, mood = "" }, call) {
    const row = page.createElement("li");
    if (mood) row.className = mood;
    const time = page.createElement("time");
    time.textContent = new Date().toLocaleTimeString("sv-SE");
    const sign = icons.querySelector(`[data-icon="${icon}"] svg`).cloneNode(true);
    const words = page.createElement("span");
    words.textContent = text;
    row.append(time, sign, words);
    if (call) row.append(protocol(call));
    list.append(row);
    while (list.children.length > MOST_ROWS) list.firstChild.remove();
    list.parentElement.scrollTop = list.parentElement.scrollHeight;
  }

  function protocol({ verb, args, result }) {
    const line = page.createElement("code");
    line.textContent = `${verb}(${args.map((value) => JSON.stringify(value)).join(", ")}) = ${result}`;
    return line;
  }

  const text = () => [...list.children].map((row) => [...row.children].filter((part) => part.tagName !== "svg").map((part) => part.textContent).join("\t")).join("\n");
  return { add, text, clear: () => list.replaceChildren() };
}

export function createTiles(page, facts) {
  const { words } = facts;
  const tile = (name) => page.querySelector(`[data-tile="${name}"]`);
  const value = (values, ...names) => names.map((name) => values[name]).find((found) => found !== undefined && found !== "");

  function status(values) {
    const judged = value(values, "cmi.core.lesson_status", "cmi.success_status");
    const done = judged === "unknown" || judged === undefined ? value(values, "cmi.completion_status") : judged;
    return { passed: words.approved, failed: words.not_yet, completed: words.done, incomplete: words.started }[done] ?? words.not_started;
  }

  function show(values) {
    const score = value(values, "cmi.core.score.raw", "cmi.score.raw");
    const at = value(values, "cmi.core.lesson_location", "cmi.location");
    const state = String(value(values, "cmi.suspend_data") ?? "");
    const all = Object.keys(facts.parts).length;
    tile("status").textContent = status(values);
    tile("score").textContent = score === undefined ? words.none : fill(words.score_short, { score });
    tile("read").textContent = fill(words.read, { count: Math.min(all, decode(state).read.size), all });
    tile("location").textContent = at === undefined ? "–" : (facts.parts[at] ?? at);
    tile("memory").textContent = fill(words.memory, { size: state.length, most: facts.most.toLocaleString("sv-SE") });
  }

  function clock(openedAt) {
    const seconds = Math.round((Date.now() - openedAt) / 1000);
    tile("time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  return { show, clock };
}
