// What is typed goes to the server within two seconds, one save at a time, each on the revision it was made from.
import { element, filled } from "./element.js";
import { token } from "./sending.js";

const WAIT = 1500;
const AGAIN = 5000;

export function captionSaver({ facts, words, state, notice, lines, restore, saved }) {
  const memory = `captions:${facts.account}:${facts.save}:${facts.film}:${facts.language}`;
  let timer = 0;
  let going = false;
  let dirty = false;

  function soon(wait = WAIT) {
    dirty = true;
    keepCopy();
    state.textContent = words.saving;
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save() {
    if (going || !dirty) return;
    going = true;
    dirty = false;
    try {
      const answer = await post(facts.save, JSON.stringify({ film: facts.film, language: facts.language, base: facts.base, lines: lines().map((one) => [one.start, one.end, one.text]) }));
      if (answer.status === 409) conflict((await answer.json()).head);
      else if (!answer.ok) throw new Error(String(answer.status));
      else done(await answer.json());
    } catch {
      state.textContent = words.unsaved;
      soonAgain();
    } finally {
      going = false;
    }
    if (dirty) soon();
  }

  function soonAgain() {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, AGAIN);
  }

  function done(answer) {
    facts.base = answer.revision;
    if (!dirty) {
      state.textContent = filled(words.saved, { time: answer.saved_at });
      localStorage.removeItem(memory);
    }
    saved(answer);
  }

  // Nothing is written over: she sees that somebody else has saved, and says which it shall be.
  function conflict(head) {
    state.textContent = words.unsaved;
    dirty = false;
    const mine = element("button", { type: "button", class: "btn sm" }, words.save_mine);
    mine.addEventListener("click", () => {
      notice.replaceChildren();
      facts.base = head;
      soon(0);
    });
    notice.replaceChildren(element("div", { class: "note bad", role: "alert" }, element("div", { class: "stack tight" }, element("p", {}, words.conflict), mine)));
  }

  function keepCopy() {
    try {
      localStorage.setItem(memory, JSON.stringify(lines()));
    } catch {
      // A full or closed storage: the save itself is under way.
    }
  }

  function offer() {
    const kept = localStorage.getItem(memory);
    if (!kept || kept === JSON.stringify(lines())) return;
    const close = () => {
      localStorage.removeItem(memory);
      notice.replaceChildren();
    };
    const use = element("button", { type: "button", class: "btn sm", onclick: () => (restore(JSON.parse(kept)), notice.replaceChildren()) }, words.copy_use);
    const drop = element("button", { type: "button", class: "btn quiet sm", onclick: close }, words.copy_drop);
    notice.replaceChildren(element("div", { class: "note sun", role: "status" }, element("div", { class: "stack tight" }, element("p", {}, words.copy), element("div", { class: "row" }, use, drop))));
  }

  async function read(file) {
    const answer = await post(facts.take, file, "application/octet-stream").catch(() => null);
    if (!answer?.ok) return null;
    const { lines: found, problems } = await answer.json();
    if (problems.length) notice.replaceChildren(element("div", { class: "note sun", role: "status" }, element("ul", { class: "plain" }, ...problems.map((one) => element("li", {}, one)))));
    return found.length ? found : null;
  }

  window.addEventListener("beforeunload", () => {
    if (dirty) save();
  });
  return { soon, offer, read };
}

const post = (address, body, type = "application/json") => fetch(address, { method: "POST", body, keepalive: body.length < 60000, headers: { "Content-Type": type, "X-CSRF-Token": token() } });
