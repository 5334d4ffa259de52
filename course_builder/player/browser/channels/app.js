// The application's own channel: answers are marked and everything is kept on the server. What cannot be sent waits in
// this browser, under the account's own mark, and is sent again.

import { answers } from "../app/answers.js";
import { attempts } from "../app/attempts.js";
import { copies } from "../app/copies.js";
import { notes } from "../app/notes.js";
import { outbox } from "../app/outbox.js";
import { place } from "../app/place.js";
import { server } from "../app/server.js";
import { make } from "../dom.js";
import { notices } from "../notice.js";
import { encode } from "../state.js";
import { saving } from "./saving.js";

export function app() {
  const learner = JSON.parse(document.getElementById("learner").textContent);
  const ask = server(learner.token);
  const desk = { known: learner.answers, tries: learner.attempts, notes: learner.notes, attempts: new Map() };
  const quizzes = new Map(Object.entries(learner.quizzes));
  let { verdict } = learner;
  let box = null;
  let seat = null;
  let saver = null;
  let own = null; // her notes
  let record = null;
  let announce = null;
  let words = null;
  let heard = null;
  let say = null;
  let away = false;
  let sending = Promise.resolve();

  // Somebody else may have signed in since: nothing more is sent from this page.
  async function post(what, body) {
    if (away) return { how: "away" };
    const reply = await ask(what, body);
    if (reply.how === "away") leave();
    return reply;
  }

  function leave() {
    away = true;
    const back = make("p", {}, make("a", { class: "btn", href: location.pathname }, words.sign_in));
    say("away", "bad", words.signed_out, back);
  }

  async function start(course, hear) {
    heard = (how) => hear(how === "failed" && away ? "away" : how);
    say = notices();
    words = JSON.parse(document.getElementById("course").textContent).words;
    const kept = await copies(learner.place, learner.lock);
    box = outbox(kept, post);
    seat = place(learner, kept, post, crossed);
    await box.load();
    own = notes(desk.notes, box, words, (text) => announce(text), () => saver.soon(), crossed);
    await seat.load();
    saver = saving(send, heard);
    if (waits()) saver.now();
    // The player lets no form of a course load the page anew; that of the newer release is meant to.
    const newer = document.querySelector(".newer form");
    if (newer) newer.addEventListener("submit", () => newer.submit());
    addEventListener("beforeunload", (event) => !kept.safe && waits() && event.preventDefault());
    return { mastery: null, tell: kept.safe ? "" : "not_safe" };
  }

  const crossed = () => say("windows", "sun", words.windows);
  const waits = () => box.size > 0 || seat.waits;

  function send() {
    const turn = sending.then(deliver);
    sending = turn.catch(() => {});
    return turn;
  }

  async function deliver() {
    const gone = await box.flush(learn);
    return (await seat.send()) && gone;
  }

  function learn(reply, item) {
    if (item.what === "note") {
      say("refused", "sun", reply.error);
      own.learn(reply, item);
    }
    if (!reply.verdict) return;
    verdict = reply.verdict;
    if (record) record.changed();
  }

  function hurry() {
    heard("saving");
    saver.now();
  }

  // The server knows the results; the state string only what is nobody's business but the player's.
  const load = () => ({ state: encode({ ...seat.state(), ...verdict, quizzes }), verdict });

  function save(text) {
    const change = seat.say(text);
    if (!change) return;
    for (const key of Object.keys(change.read)) if (!record.isQuiz(key)) box.add(`read-${key}`, "read", { part: key });
    saver.soon();
  }

  function host(player, learnt, page) {
    const { keep } = player;
    ({ announce } = player);
    record = { changed: learnt.changed, isQuiz: (key) => key in page.quizzes };
    // Answers and reflections have places of their own; films, stories and lists are the player's own business.
    const films = Object.values(page.films);
    const blocks = Object.values(page.blocks).filter((block) => block.kind !== "reflect");
    const kept = new Set([...films, ...blocks].map((one) => one.key).concat(films.map((film) => film.choice)));
    return {
      ...own.host,
      ...answers(desk, box, words, announce, hurry),
      attempt: attempts(desk, post, words),
      keep: (key, packed) => kept.has(key) && keep(key, packed),
    };
  }

  return {
    limit: Infinity,
    start,
    load,
    save,
    host,
    verdict: () => verdict,
    report() {},
    finish() {
      if (saver && waits()) saver.now();
      return true;
    },
  };
}
