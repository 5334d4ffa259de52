// SCORM 2004 as its strictest readers take it.

const real = /^-?\d+(\.\d{1,7})?$/;
const within = (low, high) => (value) => real.test(value) && Number(value) >= low && Number(value) <= high;
const atMost = (length) => (value) => value.length <= length;
const matches = (pattern) => (value) => pattern.test(value);
const oneOf = (...words) => (value) => words.includes(value);
const interval = /^PT?(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/;
const stamp = /^(19[7-9]\d|20[0-3]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?))?$/;
const token = "[\\w.]{1,250}";
const list = new RegExp(`^${token}(\\[,\\]${token})*$`);
const pairs = new RegExp(`^${token}\\[\\.\\]${token}(\\[,\\]${token}\\[\\.\\]${token})*$`);
const RESPONSES = {
  "true-false": /^(true|false)$/,
  choice: list,
  "fill-in": /^[^\]]{0,250}(\[,\][^\]]{0,250})*$/,
  "long-fill-in": /^.{0,4000}$/,
  likert: new RegExp(`^${token}$`),
  matching: pairs,
  sequencing: list,
  numeric: real,
  other: /^.{0,4000}$/s,
};
const PATTERNS = { ...RESPONSES, numeric: /^(-?\d+(\.\d{1,7})?)?\[:\](-?\d+(\.\d{1,7})?)?$/ };

export const rules2004 = {
  names: { start: "Initialize", finish: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit", error: "GetLastError" },
  errors: { argument: "201", early: "132", late: "133", startedTwice: "103", finishedTwice: "113", unknown: "401", keyword: "404", readOnly: "404", writeOnly: "405", wrong: "406", order: "408", commit: "391" },
  readable: [
    "cmi._version", "cmi.learner_id", "cmi.learner_name", "cmi.credit", "cmi.entry", "cmi.mode", "cmi.total_time", "cmi.launch_data",
    "cmi.scaled_passing_score", "cmi.completion_threshold", "cmi.interactions._children", "cmi.interactions._count", "cmi.score._children",
  ],
  both: {
    "cmi.location": atMost(1000),
    "cmi.completion_status": oneOf("completed", "incomplete", "not attempted", "unknown"),
    "cmi.success_status": oneOf("passed", "failed", "unknown"),
    "cmi.score.scaled": within(-1, 1),
    "cmi.score.raw": matches(real),
    "cmi.score.min": matches(real),
    "cmi.score.max": matches(real),
    "cmi.progress_measure": within(0, 1),
    "cmi.suspend_data": atMost(64000),
  },
  writable: {
    "cmi.exit": oneOf("suspend", "normal", ""),
    "cmi.session_time": matches(interval),
  },
  interaction: {
    id: matches(/^[\x21-\x7e]{1,4000}$/),
    type: oneOf(...Object.keys(RESPONSES)),
    timestamp: matches(stamp),
    description: (value) => /^(\{lang=[a-z]{2}\})?/.exec(value) && value.replace(/^\{lang=[a-z]{2}\}/, "").length <= 250,
    weighting: matches(real),
    result: matches(/^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d{1,7})?)$/),
    latency: matches(interval),
    learner_response: (value, { type }) => RESPONSES[type].test(value),
    pattern: (value, { type }) => PATTERNS[type].test(value),
  },
  needsType: ["learner_response", "pattern"],
};
