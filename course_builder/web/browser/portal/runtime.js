// A portal for one learner: scorm-again keeps the rules, this keeps what is remembered between two openings.
const KINDS = {
  "1.2": {
    make: () => new window.Scorm12API({ autocommit: false, logLevel: 5 }),
    name: "API",
    verbs: ["LMSInitialize", "LMSFinish", "LMSCommit", "LMSGetValue", "LMSSetValue", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"],
    exit: "cmi.core.exit",
    entry: "cmi.core.entry",
    fixed: { "cmi.core.student_name": "Andersson, Kim", "cmi.core.student_id": "prov-1", "cmi.core.lesson_mode": "normal", "cmi.core.credit": "credit" },
  },
  2004: {
    make: () => new window.Scorm2004API({ autocommit: false, logLevel: 5 }),
    name: "API_1484_11",
    verbs: ["Initialize", "Terminate", "Commit", "GetValue", "SetValue", "GetLastError", "GetErrorString", "GetDiagnostic"],
    exit: "cmi.exit",
    entry: "cmi.entry",
    fixed: { "cmi.learner_name": "Andersson, Kim", "cmi.learner_id": "prov-1", "cmi.mode": "normal", "cmi.credit": "credit" },
  },
};
const FORGOTTEN = /interactions|session_time|\.exit$|\.entry$/;
const SLOW = 1500;
const NO_ANSWER = "101";

export function openPortal(edition, told) {
  const kind = KINDS[edition];
  let kept = {};
  let now = {};
  let openedAt = null;
  let broken = false;
  let slow = false;
  let unanswered = false;

  function start() {
    const api = kind.make();
    const resumes = kept[kind.exit] === "suspend";
    const seed = { ...kind.fixed, ...withoutPassing(kept), [kind.entry]: Object.keys(kept).length ? (resumes ? "resume" : "") : "ab-initio" };
    api.loadFromFlattenedJSON(seed, "");
    now = {};
    openedAt = Date.now();
    window[kind.name] = Object.fromEntries(kind.verbs.map((verb) => [verb, (...args) => called(api, verb, args, resumes)]));
  }

  function called(api, verb, args, resumes) {
    if (slow && /Commit/.test(verb)) wait(SLOW);
    const before = values();
    const fails = broken && /Commit|Finish|Terminate/.test(verb);
    const asksWhy = verb === kind.verbs[5];
    const result = fails ? "false" : asksWhy && unanswered ? NO_ANSWER : api[verb](...args);
    if (!/Error|Diagnostic/.test(verb)) unanswered = fails;
    const code = fails ? NO_ANSWER : String(api[kind.verbs[5]]());
    if (/SetValue/.test(verb) && result === "true") now[args[0]] = args[1];
    if (/Commit|Finish|Terminate/.test(verb) && result === "true") kept = { ...kept, ...now };
    if (!/Error|Diagnostic/.test(verb)) told({ verb, args, result, code, resumes, before, values: values() });
    return result;
  }

  const values = () => ({ ...kept, ...now });
  return {
    start,
    values,
    openedAt: () => openedAt,
    break: (isBroken) => (broken = isBroken),
    slow: (isSlow) => (slow = isSlow),
    forget: () => {
      kept = {};
      now = {};
    },
  };
}

const withoutPassing = (values) => Object.fromEntries(Object.entries(values).filter(([name]) => !FORGOTTEN.test(name)));

// The portals that are slow make the page wait, so this one does too.
function wait(milliseconds) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
