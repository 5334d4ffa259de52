// cmi5: the library opens the session and writes the statements the standard defines; we keep our own State document
// beside it and send everything ourselves, so that what is sent while the page goes away still arrives.

import Cmi5 from "@rusticisoftware/cmi5";
import { answered } from "./answered.js";
import { ownDocument } from "./document5.js";
import { saving } from "./saving.js";

const DOCUMENT = "bookmark";
const OPENED = "course-builder:opened:";
const TRY_AGAIN = [401, 408, 429];
const denied = (tell) => ({ mastery: null, tell });

export function cmi5() {
  const queue = []; // statements the portal has not taken yet, oldest first
  let au = null;
  let own = null;
  let saver = null;
  let mastery = null;
  let writes = false;
  let finished = false;
  let kept = { state: "", completed: false, passed: false, failed: null };
  let told = null; // the score of the last fail an earlier session has told
  let failing = null; // the score of a fail: told on the way out, because a pass may still come
  let pending = false; // the document is to be written
  let stuck = false; // the portal does not take our statements
  let flying = null; // the statement on its way
  let last = null; // `terminated`
  let gone = false;
  let sending = Promise.resolve(true);

  const request = (path, query, { headers, ...rest }) =>
    fetch(`${au.getEndpoint()}/${path}${query ? `?${new URLSearchParams(query)}` : ""}`, {
      ...rest,
      headers: { "X-Experience-API-Version": "1.0.3", Authorization: au.getAuth(), ...headers },
    });
  const state = (init) =>
    request("activities/state", { stateId: DOCUMENT, activityId: au.getActivityId(), agent: JSON.stringify(au.getActor()), registration: au.getRegistration() }, init);
  const statements = (method, query, body) =>
    request("statements", query, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive: true });

  async function start(course, hear) {
    try {
      au = new Cmi5(location.href);
    } catch {
      return denied("not_recorded");
    }
    // The address for the token works once. A page loaded anew belongs to a session that has ended.
    if (!firstOpening(au.getFetch())) return denied("opened_again");
    forgivePreferences();
    own = ownDocument(state);
    try {
      await au.start({ launchData: resume, learnerPrefs: hush });
    } catch {
      return denied("not_recorded");
    }
    writes = !/^(browse|review)$/i.test(au.getLaunchMode());
    mastery = au.getMasteryScore();
    saver = saving(send, writes ? hear : () => {});
    return { mastery, mayLeave: true, tell: writes ? "" : "review", returnTo: au.getReturnURL() };
  }

  // A portal that withholds the preferences withholds nothing we could not do without.
  function forgivePreferences() {
    const load = au.loadLearnerPrefs;
    au.loadLearnerPrefs = () => load.call(au).catch(() => (au._learnerPrefs = { contents: {} }));
  }

  function hush() {
    if ((au._learnerPrefs.contents || {}).audioPreference !== "off") return;
    for (const media of document.querySelectorAll("video, audio")) media.muted = true;
  }

  async function resume() {
    kept = { ...kept, ...(await own.read()) };
    told = kept.failed;
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
    if (stuck) saver.soon();
    else saver.now();
  }

  function judged({ completion, success, score }) {
    const scaled = score / 10000;
    const may = (verb) => success === verb && score !== null && (mastery === null || scaled >= mastery === (verb === "passed"));
    if (may("passed") && !kept.passed) {
      queue.push(au.passedStatement({ scaled }));
      kept.passed = pending = true;
    }
    if (completion === "completed" && !kept.completed) {
      queue.push(au.completedStatement());
      kept.completed = pending = true;
    }
    failing = may("failed") && score !== told ? score : null;
    if (failing !== null && kept.failed !== score) {
      kept.failed = score;
      pending = true;
    }
  }

  // One after the other: the portal must not hear of two things in the wrong order.
  function send() {
    sending = sending.then(deliver).catch(() => false);
    return sending;
  }

  // A portal ends the session at `terminated`, and takes nothing after it: not the document either.
  async function deliver() {
    const before = stuck;
    stuck = !(await tellAll());
    if (before && !stuck) pending = true;
    const written = !pending || (await write());
    if (last && !gone) gone = await tell(last);
    return !stuck && written && (gone || !last);
  }

  async function tellAll() {
    while (queue.length) {
      if (!(await tell(queue[0]))) return false;
      queue.shift();
    }
    return true;
  }

  // What a portal refuses for its content it refuses for ever.
  async function tell(statement) {
    flying = statement;
    try {
      const { ok, status } = await statements("PUT", { statementId: statement.id }, statement);
      return ok || (status < 500 && !TRY_AGAIN.includes(status));
    } catch {
      return false;
    } finally {
      flying = null;
    }
  }

  async function write() {
    pending = false;
    const written = await own.write(believed());
    if (!written) pending = true;
    return written;
  }

  // What the portal may never hear in this session has to be said in the next one.
  function believed() {
    const all = { ...kept };
    if (stuck) for (const { verb } of queue) delete all[verb.id.split("/").pop()];
    return all;
  }

  /** `going`: the page is being closed, and whatever is sent now must be sent at once. */
  function finish(going) {
    if (!saver) return true;
    if (!finished) {
      finished = true;
      saver.stop();
      if (failing !== null) queue.push(au.failedStatement({ scaled: failing / 10000 }));
    }
    return going ? shout() : goodbye();
  }

  async function goodbye() {
    const all = (await send()) || (await send());
    last = last || au.terminatedStatement();
    return (await send()) && all;
  }

  // What is already on its way arrives without us, and must not be said twice. The document goes first, but may be
  // overtaken: a portal waits a while after `terminated`, and there is seldom anything left to write.
  function shout() {
    if (gone) return true;
    last = last || au.terminatedStatement();
    if (pending) own.put(believed()).catch(() => {});
    const rest = [...queue, last].filter((one) => one !== flying);
    if (rest.length) statements("POST", null, rest).catch(() => {});
    queue.length = 0;
    pending = false;
    gone = true;
    return true;
  }

  return { limit: 64000, start, load, save, report, finish };
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
