// What a call means, as a trainer would say it. Calls that say nothing new give nothing.
import { decode } from "../../../player/browser/state.js";
import { fill } from "./view.js";

const STATUS = { incomplete: "circle-dot", completed: "circle-check", passed: "award", failed: "circle-dot", browsed: "circle-dot", unknown: null, "not attempted": null };

/** `before` is what the portal knew before the call. */
export function sentence(call, facts) {
  const { words } = facts;
  if (/Initialize/.test(call.verb)) return { text: call.resumes ? words.reopened : words.opened, icon: "log-in" };
  if (/Finish|Terminate/.test(call.verb)) return { text: fill(words.closed_after, { time: spent(call.values) }), icon: "x" };
  if (/Commit/.test(call.verb)) return call.result === "true" ? { text: words.saved, icon: "cloud-check", mood: "good" } : { text: words.not_saved, icon: "wifi-off", mood: "bad" };
  if (/SetValue/.test(call.verb)) return call.result === "true" ? ofValue(call, String(call.args[0]), String(call.args[1]), facts) : { text: fill(words.error, { code: call.code }), icon: "x", mood: "bad" };
  return null;
}

function ofValue({ before, values }, element, value, facts) {
  const { words } = facts;
  if (before[element] === value) return null;
  if (/(lesson_status|completion_status|success_status)$/.test(element)) {
    return STATUS[value] ? { text: words[value], icon: STATUS[value], mood: /completed|passed/.test(value) ? "good" : "" } : null;
  }
  if (/score\.raw$/.test(element)) return { text: fill(words.score, { score: value }), icon: "award" };
  if (/(lesson_location|\.location)$/.test(element)) return { text: fill(words.location, { title: facts.parts[value] ?? value }), icon: "bookmark" };
  if (/suspend_data$/.test(element)) return remembered(before[element], value, facts);
  if (/exit$/.test(element)) return value === "suspend" ? { text: words.suspend, icon: "save" } : null;
  if (/interactions\.\d+\.result$/.test(element)) return answered(element, value, values, facts);
  return null;
}

function remembered(before, now, { parts, words }) {
  const known = decode(before).read;
  const title = [...decode(now).read.keys()].filter((key) => !known.has(key)).map((key) => parts[key]).join(", ");
  return title ? { text: fill(words.read_now, { title, size: now.length }), icon: "circle-check", mood: "good" } : null;
}

const spent = (values) => String(values["cmi.core.session_time"] ?? values["cmi.session_time"] ?? "").replace(/\.\d+/, "");

function answered(element, result, values, facts) {
  const { words } = facts;
  const name = String(values[element.replace(/result$/, "id")] ?? "");
  const ask = facts.questions[name] ?? Object.entries(facts.questions).find(([id]) => name.split(/[-.:/]/).includes(id))?.[1] ?? name;
  const said = { correct: words.correct, wrong: words.wrong, incorrect: words.wrong, neutral: words.neutral }[result];
  const share = Number(result) <= 1 ? `${Math.round(Number(result) * 100)} %` : result;
  return { text: fill(words.answered, { ask, result: said ?? fill(words.partly, { share }) }), icon: "list-checks" };
}
