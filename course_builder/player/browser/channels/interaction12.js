// One answer in SCORM 1.2's dialect: a single sign for an option, 255 signs at most, no long texts.

import { decimal } from "../answer/decimal.js";
import { duration } from "./duration12.js";
import { patterns } from "./patterns.js";
import { cut } from "./texts.js";

const MOST = 255;
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const TYPES = ["true-false", "choice", "fill-in", "matching", "sequencing", "likert", "numeric"];

// `ids` are all options in the author's order, so the first option is "a" for everybody.
function spoken(type, value, ids) {
  const sign = (id) => SIGNS[ids.indexOf(id)];
  if (type === "matching") return value.map((pair) => pair.map(sign).join(".")).join(",");
  if (type === "choice" || type === "sequencing") return value.map(sign).join(",");
  return type === "true-false" ? value[0][0] : cut(value.join(", "), MOST);
}

const result = (mark) => (mark === null ? "neutral" : mark === 1 ? "correct" : mark === 0 ? "wrong" : mark.toFixed(2));

/** The fields to set after the id, in order; null: SCORM 1.2 has no such type. */
export function interaction({ type, response, pattern, ids, mark, points, seconds, at }) {
  if (!TYPES.includes(type)) return null;
  const expected = type === "numeric" ? [[decimal((Number(pattern[0]) + Number(pattern[1])) / 2)]] : patterns(type, response, pattern);
  return [
    ["type", type],
    ["time", at.toTimeString().slice(0, 8)],
    ...expected.map((one, place) => [`correct_responses.${place}.pattern`, spoken(type, one, ids)]),
    ["weighting", points.toFixed(2)],
    ["student_response", spoken(type, response, ids)],
    ["result", result(mark)],
    ["latency", duration(seconds)],
  ];
}
