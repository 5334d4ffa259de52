// SCORM 1.2's words for what the player says. (The element names must stay readable in the built file: some portals look for them.)

import { duration } from "./duration12.js";
import { interaction } from "./interaction12.js";
import { scorm } from "./scorm.js";

const STATUS = "cmi.core.lesson_status";
const SCORE = "cmi.core.score.";
const NOT_BEGUN = ["not attempted", "unknown", ""];
const RANK = { incomplete: 1, browsed: 1, failed: 2, completed: 3, passed: 4 };
const rank = (word) => RANK[word] || 0;

/** One word where other standards have two. */
export function lessonStatus({ completion, success }) {
  if (success === "failed") return "failed";
  if (completion !== "completed") return "incomplete";
  return success === "passed" ? "passed" : "completed";
}

/** A percentage the portal holds, as a share; null: it holds none. */
const share = (text) => (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 100 ? Number(text) / 100 : null);

export const dialect = {
  name: "API",
  verbs: {
    start: "LMSInitialize", finish: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", error: "LMSGetLastError",
  },
  limit: 4096,
  state: "cmi.suspend_data",
  at: "cmi.core.lesson_location",
  exit: "cmi.core.exit",
  time: "cmi.core.session_time",
  mode: "cmi.core.lesson_mode",
  vital: ["cmi.suspend_data", STATUS, SCORE + "raw"],
  commitsBeforeFinish: true,
  duration,
  interaction,

  mastery: (get) => share(get("cmi.student_data.mastery_score")),

  firstStatus(get, put) {
    if (NOT_BEGUN.includes(get(STATUS))) put(STATUS, "incomplete");
  },

  verdict(get) {
    const word = get(STATUS);
    const score = share(get(SCORE + "raw"));
    return {
      completion: word === "passed" || word === "completed" ? "completed" : "incomplete",
      success: word === "passed" || word === "failed" ? word : "unknown",
      score: score === null ? null : Math.round(score * 10000),
    };
  },

  /** True when the status has risen. */
  report(verdict, progress, current, put) {
    if (verdict.score !== null) {
      put(SCORE + "min", "0");
      put(SCORE + "max", "100");
      put(SCORE + "raw", (verdict.score / 100).toFixed(2));
    }
    const word = lessonStatus(verdict);
    if (rank(word) <= rank(current(STATUS))) return false;
    put(STATUS, word);
    return true;
  },
};

export const scorm12 = () => scorm(dialect);
