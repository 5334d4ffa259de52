// SCORM 2004's words for what the player says: 3rd and 4th edition speak the same.

import { duration } from "./duration2004.js";
import { interaction } from "./interaction2004.js";
import { scorm } from "./scorm.js";

const COMPLETION = "cmi.completion_status";
const SUCCESS = "cmi.success_status";
const SCALED = "cmi.score.scaled";
const RANK = { incomplete: 1, completed: 2, failed: 1, passed: 2 };
const rank = (word) => RANK[word] || 0;

export const dialect = {
  name: "API_1484_11",
  verbs: { start: "Initialize", finish: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit", error: "GetLastError" },
  limit: 64000,
  state: "cmi.suspend_data",
  at: "cmi.location",
  exit: "cmi.exit",
  time: "cmi.session_time",
  mode: "cmi.mode",
  vital: ["cmi.suspend_data", COMPLETION, SUCCESS, SCALED],
  commitsBeforeFinish: false,
  duration,
  interaction,

  mastery(get) {
    const text = get("cmi.scaled_passing_score");
    return /^-?\d+(\.\d+)?$/.test(text) ? Math.max(0, Number(text)) : null;
  },

  firstStatus(get, put) {
    if (rank(get(COMPLETION))) return;
    put(COMPLETION, "incomplete");
    if (!rank(get(SUCCESS))) put(SUCCESS, "unknown");
  },

  verdict(get) {
    const scaled = get(SCALED);
    const success = get(SUCCESS);
    return {
      completion: get(COMPLETION) === "completed" ? "completed" : "incomplete",
      success: rank(success) ? success : "unknown",
      score: /^\d/.test(scaled) ? Math.round(Number(scaled) * 10000) : null,
    };
  },

  /** True when a status has risen. */
  report(verdict, progress, current, put) {
    if (verdict.score !== null) {
      put("cmi.score.min", "0");
      put("cmi.score.max", "100");
      put("cmi.score.raw", (verdict.score / 100).toFixed(2));
      put(SCALED, (verdict.score / 10000).toFixed(4));
    }
    put("cmi.progress_measure", progress.toFixed(2));
    const risen = [[COMPLETION, verdict.completion], [SUCCESS, verdict.success]].filter(([element, word]) => rank(word) > rank(current(element)));
    for (const [element, word] of risen) put(element, word);
    return risen.length > 0;
  },
};

export const scorm2004 = () => scorm(dialect);
