// What a portal keeps for a learner, as one ASCII string:
//   1cp;AT;read;quizzes;tries;kept
// Things are named by their four-character keys (content/keys.py), never by position, so the string survives a new package.
// The part that may be lost first stands last, and every record is closed: a string cut short loses only its end.

const HEAD = /^1([c-])([pf-])$/;
const KEY = "[\\w-]{4}";
const RECORDS = {
  read: `(${KEY})([\\w-]{2})`,
  quizzes: `(${KEY})(\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)/(\\d+),`,
  tries: `(${KEY})([0-9a-z])`,
  kept: `(${KEY})([\\w.~-]*),`,
};
const MOST_TRIES = 35;

/** read: part key -> digest; quizzes: key -> {earned, possible, attempts}; tries: question key -> count; kept: key -> packed */
export const fresh = () => ({ completion: "incomplete", success: "unknown", at: "", read: new Map(), quizzes: new Map(), tries: new Map(), kept: new Map() });

/** Never throws: what cannot be read is left out. */
export function decode(text) {
  const state = fresh();
  const [head, at, read, quizzes, tries, kept] = String(text ?? "").split(";");
  const marks = HEAD.exec(head);
  if (!marks) return state;
  state.completion = marks[1] === "c" ? "completed" : "incomplete";
  state.success = { p: "passed", f: "failed" }[marks[2]] ?? "unknown";
  state.at = new RegExp(`^${KEY}$`).test(at) ? at : "";
  each("read", read, ([key, digest]) => state.read.set(key, digest));
  each("quizzes", quizzes, ([key, ...numbers]) => {
    const [earned, possible, attempts] = numbers.map(Number);
    if (possible > 0) state.quizzes.set(key, { earned: Math.min(earned, possible), possible, attempts });
  });
  each("tries", tries, ([key, count]) => state.tries.set(key, parseInt(count, 36)));
  each("kept", kept, ([key, packed]) => state.kept.set(key, packed));
  return state;
}

function each(section, text = "", take) {
  for (const [, ...found] of text.matchAll(new RegExp(RECORDS[section], "gy"))) take(found);
}

/** At most `limit` characters: texts give way first, then counts of tries, then other answers; what was read and scored last. */
export function encode(state, limit = Infinity, isText = () => false) {
  const kept = [...state.kept].sort((a, b) => isText(a[0]) - isText(b[0]) || a[1].length - b[1].length);
  const texts = kept.filter(([key]) => isText(key)).length;
  let made = write(state, kept);
  for (let dropped = 0; made.length > limit && kept.length; dropped += 1) {
    kept.pop();
    made = write(dropped < texts ? state : { ...state, tries: [] }, kept);
  }
  return made.length > limit ? cut(state, limit) : made;
}

function cut(state, limit) {
  const read = [...state.read];
  while (read.length && write({ ...state, read, tries: [] }, []).length > limit) read.pop();
  return write({ ...state, read, tries: [] }, []);
}

function write(state, kept) {
  const head = `1${state.completion === "completed" ? "c" : "-"}${{ passed: "p", failed: "f" }[state.success] ?? "-"}`;
  const read = [...state.read].map(([key, digest]) => key + digest);
  const quizzes = [...state.quizzes].map(([key, { earned, possible, attempts }]) => `${key}${short(earned)}/${short(possible)}/${attempts},`);
  const tries = [...state.tries].map(([key, count]) => key + Math.min(count, MOST_TRIES).toString(36));
  return [head, state.at, read.join(""), quizzes.join(""), tries.join(""), kept.map(([key, packed]) => `${key}${packed},`).join("")].join(";");
}

const short = (number) => String(Math.round(number * 10000) / 10000);
