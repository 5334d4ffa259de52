// SCORM 1.2 as its strictest readers take it: every element a course may touch, and what its value must look like.
// scorm-again lets much of this pass (packages.md 3.2); a portal that does not is the one that matters.

const decimal = /^-?\d{0,3}(\.\d{1,2})?$/;
const percentage = (value) => decimal.test(value) && value !== "" && Number(value) >= 0 && Number(value) <= 100;
const atMost = (length) => (value) => value.length <= length;
const matches = (pattern) => (value) => pattern.test(value);
const oneOf = (...words) => (value) => words.includes(value);
const clock = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const span = /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const RESPONSES = {
  "true-false": /^[01tf]$/,
  choice: /^[0-9a-z](,[0-9a-z])*$/,
  "fill-in": /^.{0,255}$/s,
  matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
  performance: /^.{0,255}$/s,
  sequencing: /^[0-9a-z](,[0-9a-z])*$/,
  likert: /^[0-9a-z]?$/,
  numeric: /^-?\d+(\.\d+)?$/,
};

export const rules12 = {
  names: { start: "LMSInitialize", finish: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", error: "LMSGetLastError" },
  errors: { argument: "201", early: "301", late: "301", startedTwice: "101", finishedTwice: "101", unknown: "401", keyword: "402", readOnly: "403", writeOnly: "404", wrong: "405", order: "405", commit: "101" },
  readable: [
    "cmi.core.student_id", "cmi.core.student_name", "cmi.core.credit", "cmi.core.entry", "cmi.core.total_time", "cmi.core.lesson_mode",
    "cmi.core._children", "cmi.core.score._children", "cmi.launch_data", "cmi.student_data._children", "cmi.student_data.mastery_score",
    "cmi.interactions._children", "cmi.interactions._count", "cmi.comments_from_lms",
  ],
  both: {
    "cmi.core.lesson_location": atMost(255),
    "cmi.core.lesson_status": oneOf("passed", "completed", "failed", "incomplete", "browsed"),
    "cmi.core.score.raw": percentage,
    "cmi.core.score.min": percentage,
    "cmi.core.score.max": percentage,
    "cmi.suspend_data": (value) => value.length <= 4096 && new TextEncoder().encode(value).length <= 4096,
  },
  writable: {
    "cmi.core.exit": oneOf("suspend", "time-out", ""),
    "cmi.core.session_time": matches(span),
  },
  interaction: {
    id: matches(/^[\x21-\x7e]{1,255}$/),
    type: oneOf(...Object.keys(RESPONSES)),
    time: matches(clock),
    weighting: matches(/^-?\d{1,3}(\.\d{1,2})?$/),
    result: matches(/^(correct|wrong|unanticipated|neutral|-?\d{1,3}(\.\d{1,2})?)$/),
    latency: matches(span),
    student_response: (value, { type }) => value.length <= 255 && RESPONSES[type].test(value),
    pattern: (value, { type }) => value.length <= 255 && RESPONSES[type].test(value),
  },
  needsType: ["student_response", "pattern"],
};
