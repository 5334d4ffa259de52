// cmi5: the library opens the session and writes the statements the standard defines; we keep our own State document
// beside it and send everything ourselves, so that what is sent while the page goes away still arrives.

import Cmi5 from "@rusticisoftware/cmi5";
import { answered } from "./answered.js";
import { saving } from "./saving.js";

const DOCUMENT = "bookmark";
const OPENED = "course-builder:opened:";
const denied = (tell) => ({ mastery: null, tell });

export function cmi5() {
  const queue = []; // statements the portal has not taken yet, oldest first
  let au = null;
  let saver = null;
  let writes = false;
  let finished = false;
  let only = { "If-None-Match": "*" }; // the document we write over: the one we have read, or none
  let kept = { state: "", completed: false, passed: false, failed: null };
  let pending = false;
  let failing = null; // the score of a fail: told on the way out, because a pass may still come
  let sending = Promise.resolve(true);

  const request = (path, query, { headers, ...rest } = {}) =>
    fetch(`${au.getEndpoint()}/${path}${query ? `?${new URLSearchParams(query)}` : ""}`, {
      ...rest,
      headers: { "X-Experience-API-Version": "1.0.3", Authorization: au.getAuth(), ...headers },
    });
  const json = { "Content-Type": "application/json" };
  const place = () => ({
    stateId: DOCUMENT,
    activityId: au.getActivityId(),
    agent: JSON.stringify(au.getActor()),
    registration: au.getRegistration(),
  });

  async function start(course, hear) {
    try {
      au = new Cmi5(location.href);
    } catch {
      return denied("not_recorded");
    }
    // The address for the token works once. A page loaded anew belongs to a session that has ended.
    if (!firstOpening(au.getFetch())) return denied("opened_again");
    forgivePreferences();
    try {
      await au.start({ launchData: readDocument });
    } catch {
      return denied("not_recorded");
    }
    const mode = au.getLaunchMode().toLowerCase();
    writes = mode !== "browse" && mode !== "review";
    saver = saving(send, writes ? hear : () => {});
    return { mastery: au.getMasteryScore(), mayLeave: true, tell: writes ? "" : "review" };
  }

  // We use no preferences, so a portal that withholds them withholds nothing.
  function forgivePreferences() {
    const load = au.loadLearnerPrefs;
    au.loadLearnerPrefs = () => load.call(au).catch(() => (au._learnerPrefs = { contents: {} }));
  }

  // A document that cannot be read must not be written over: only 404 means that there is none.
  async function readDocument() {
    const found = await request("activities/state", place());
    if (found.status === 404) return;
    if (!found.ok) throw new Error(`State: ${found.status}`);
    only = unchanged(found);
    kept = { ...kept, ...(await found.json()) };
  }

  function load() {
    const success = kept.passed ? "passed" : kept.failed === null ? "unknown" : "failed";
    return { state: kept.state, verdict: { completion: kept.completed ? "completed" : "incomplete", success, score: kept.failed } };
  }

  function save(state) {
    if (!writes || finished || state === kept.state) return;
    kept.state = state;
    pending = true;
    saver.soon();
  }

  function report({ verdict, interaction }) {
    if (!writes || finished) return;
    if (interaction) queue.push(answered(au, interaction));
    if (verdict) judged(verdict);
    saver.soon();
  }

  function judged({ completion, success, score }) {
    const before = queue.length;
    const scaled = { scaled: score / 10000 };
    if (success === "passed" && !kept.passed) {
      queue.push(au.passedStatement(scaled));
      kept.passed = pending = true;
    }
    if (completion === "completed" && !kept.completed) {
      queue.push(au.completedStatement());
      kept.completed = pending = true;
    }
    failing = success === "failed" && score !== kept.failed ? score : null;
    if (queue.length > before) saver.now();
  }

  // One after the other: the portal must not hear of two things in the wrong order.
  function send() {
    sending = sending.then(deliver).catch(() => false);
    return sending;
  }

  async function deliver() {
    while (queue.length) {
      const { ok, status } = await request("statements", { statementId: queue[0].id }, { method: "PUT", headers: json, body: JSON.stringify(queue[0]), keepalive: true });
      if (!ok && (status >= 500 || status === 429 || status === 401)) return false;
      queue.shift();
    }
    return !pending || write();
  }

  async function write() {
    pending = false;
    const answer = await put().catch(() => ({ ok: false }));
    if (answer.ok) only = unchanged(answer);
    else pending = true;
    if (answer.status === 412) only = {};
    return answer.ok;
  }

  const put = () =>
    request("activities/state", place(), {
      method: "PUT",
      headers: { ...json, ...only },
      body: JSON.stringify(kept),
      keepalive: true,
    });

  /** `going`: the page is being closed, and whatever is sent now must be sent at once. */
  function finish(going) {
    if (!saver || finished) return true;
    finished = true;
    saver.stop();
    if (failing !== null) {
      queue.push(au.failedStatement({ scaled: failing / 10000 }));
      kept.failed = failing;
      pending = true;
    }
    queue.push(au.terminatedStatement());
    return going ? shout() : goodbye();
  }

  function shout() {
    request("statements", null, { method: "POST", headers: json, body: JSON.stringify(queue), keepalive: true }).catch(() => {});
    if (pending) put().catch(() => {});
    return true;
  }

  async function goodbye() {
    const all = await send();
    const back = au.getReturnURL();
    if (back) location.assign(back);
    return all;
  }

  return { limit: 64000, start, load, save, report, finish };
}

function unchanged(answer) {
  const tag = answer.headers.get("ETag");
  return tag ? { "If-Match": tag } : {};
}

function firstOpening(address) {
  try {
    const opened = sessionStorage.getItem(OPENED + address);
    sessionStorage.setItem(OPENED + address, "1");
    return !opened;
  } catch {
    return true;
  }
}
