// The five verbs for both SCORM versions; what differs between them is a dialect (scorm12.js, scorm2004.js).

import { find } from "./find.js";
import { saving } from "./saving.js";

const ALREADY_INITIALIZED = "103";
const NOTHING = [null, "undefined", "null"];

export function scorm(dialect) {
  const wanted = new Map(); // element -> value that the portal should hold
  const held = new Map(); // element -> value that it has taken
  let api = null;
  let saver = null;
  let writes = false;
  let finished = false;
  let committed = true;
  let interactions = null; // how many the portal holds; -1: it takes none
  let begun = null;

  // null: the portal's own script broke off.
  const call = (verb, ...values) => {
    try {
      return String(api[dialect.verbs[verb]](...values));
    } catch {
      return null;
    }
  };
  const failure = () => call("error");
  const get = (element) => {
    const value = call("get", element);
    return NOTHING.includes(value) ? "" : value;
  };
  // Some portals answer "false" to what they have taken, and only the error code tells. It tells nothing when the
  // script broke off: an older Moodle does so without a network, and its last error is still 0.
  const did = (verb, ...values) => {
    const answer = call(verb, ...values);
    return answer === "true" || (answer !== null && failure() === "0");
  };
  const set = (element, value) => did("set", element, String(value));
  const current = (element) => held.get(element) ?? get(element);
  const isOptional = (element) => !dialect.vital.includes(element);

  function put(element, value) {
    if (!writes || finished || (wanted.get(element) ?? held.get(element)) === String(value)) return;
    wanted.set(element, String(value));
    deliver(element);
    committed = false;
    saver.soon();
  }

  function deliver(element) {
    const value = wanted.get(element);
    const taken = set(element, value);
    if (taken) held.set(element, value);
    if (taken || isOptional(element)) wanted.delete(element);
  }

  function send() {
    if (!writes || finished) return true;
    [...wanted.keys()].forEach(deliver);
    set(dialect.time, dialect.duration(seconds()));
    committed = did("commit", "");
    return committed && wanted.size === 0;
  }

  const seconds = () => Math.max(0, performance.now() - begun) / 1000;

  async function start(course, hear) {
    api = await find(dialect.name, dialect.verbs.start);
    if (!api || (call("start", "") !== "true" && failure() !== ALREADY_INITIALIZED)) {
      return { mastery: null, tell: "not_recorded" };
    }
    begun = performance.now();
    const mode = get(dialect.mode);
    writes = mode !== "review" && mode !== "browse";
    saver = saving(send, writes ? hear : () => {});
    const mastery = dialect.mastery(get);
    if (writes) {
      put(dialect.exit, "suspend");
      dialect.firstStatus(get, put);
      saver.now();
    }
    return { mastery, mayLeave: true, tell: writes ? "" : "review" };
  }

  function load() {
    return { state: get(dialect.state), verdict: dialect.verdict(get) };
  }

  function save(state, at) {
    put(dialect.at, at);
    put(dialect.state, state);
  }

  function report({ verdict, progress, interaction }) {
    if (!writes || finished) return;
    if (interaction) reportInteraction(interaction);
    if (verdict && dialect.report(verdict, progress, current, put)) saver.now();
  }

  function reportInteraction(interaction) {
    interactions ??= get("cmi.interactions._children") ? Number(get("cmi.interactions._count")) || 0 : -1;
    const rows = dialect.interaction(interaction);
    if (interactions < 0 || !rows) return;
    const at = `cmi.interactions.${interactions}.`;
    if (!set(`${at}id`, interaction.id)) {
      interactions = -1;
      return;
    }
    interactions += 1;
    for (const [field, value] of rows) set(at + field, value);
    committed = false;
    saver.soon();
  }

  /** Once. A portal may be closing the page around us: failures on the way out are nobody's business. */
  function finish() {
    if (begun === null || finished) return true;
    if (writes) {
      [...wanted.keys()].forEach(deliver);
      set(dialect.time, dialect.duration(seconds()));
      if (dialect.commitsBeforeFinish && !committed) call("commit", "");
    }
    finished = true;
    saver.stop();
    return did("finish", "");
  }

  return { limit: dialect.limit, start, load, save, report, finish };
}
