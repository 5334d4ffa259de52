// One answer in SCORM 2004's dialect: options by id, parts between brackets. xAPI has taken the patterns over.

import { duration } from "./duration2004.js";
import { patterns } from "./patterns.js";
import { cut, line } from "./texts.js";

const SHORT = 250;
const MOST_TEXTS = 10;
const LONG = 4000;
export const identifier = (id) => id.replace(/[^\w.]/g, "_").slice(0, SHORT);

export function spoken(type, value) {
  if (type === "matching") return value.map((pair) => pair.map(identifier).join("[.]")).join("[,]");
  if (type === "choice" || type === "sequencing") return value.map(identifier).join("[,]");
  if (type === "fill-in") return value.slice(0, MOST_TEXTS).map((text) => cut(text.replaceAll("[,]", ","), SHORT)).join("[,]");
  return cut(value.join(","), LONG);
}

export const expected = (type, response, pattern) =>
  type === "numeric" ? [pattern.join("[:]")] : patterns(type, response, pattern).map((one) => spoken(type, one));

const result = (mark) => (mark === null ? "neutral" : mark === 1 ? "correct" : mark === 0 ? "incorrect" : mark.toFixed(2));

/** Two decimals and a Z: the only form every portal takes. */
export const timestamp = (at) => `${at.toISOString().slice(0, 22)}Z`;

/** The fields to set after the id, in order. */
export function interaction({ type, ask, response, pattern, mark, points, seconds, at, language }) {
  return [
    ["type", type],
    ["timestamp", timestamp(at)],
    ["description", `{lang=${language}}${cut(line(ask), SHORT - 10)}`],
    ...expected(type, response, pattern).map((one, place) => [`correct_responses.${place}.pattern`, line(one)]),
    ["weighting", points.toFixed(2)],
    ["learner_response", line(spoken(type, response))],
    ["result", result(mark)],
    ["latency", duration(seconds)],
  ];
}
