// Questions to the phones, in the leader's view: one is opened, closed, and shown when the leader says so. Without a server there are
// hands, which need no page.

import { button, filled, make } from "../dom.js";
import { form } from "./polls/form.js";
import { going } from "./polls/going.js";
import { polling } from "./polls/server.js";

const EVALUATION = "evaluation";

export function mount(element, context) {
  const { data, say, command } = context;
  if (!data.server) {
    element.hidden = true;
    return;
  }
  const words = context.words.polls;
  const server = polling(data.server);
  const drawn = new Map(); // round -> {text, element}
  let told = { rounds: [], phones: 0, code: null };
  let at = null;

  const heading = make("h2", { tabindex: "-1" }, words.title);
  const chip = make("span", { class: "chip" });
  const code = make("strong", { class: "num" });
  const list = make("div", { class: "stack" });
  const before = make("div", { class: "stack" });
  const earlier = make("details", { class: "more-tools" }, make("summary", {}, words.earlier), before);
  const ready = make("div", { class: "stack tight" });
  const own = form(words, open, say);
  const typed = make("details", { class: "more-tools" }, make("summary", {}, words.own), own.element);
  const evaluate = make("div", { class: "stack tight" }, make("p", { class: "small muted" }, words.evaluation_help), make("div", { class: "row" }, button("", words.evaluation, openEvaluation)));
  const lock = button("sm quiet", words.lock, () => done(server.lock(!told.locked), told.locked ? words.said_unlocked : words.said_locked));
  const join = make("div", { class: "row" }, code, button("sm", words.show_join, () => command({ verb: "show", what: "join" })), lock);
  element.append(make("div", { class: "row between" }, heading, chip), make("p", { class: "small muted" }, words.help), join, list, ready, typed, evaluate, earlier);
  element.className = "card stack polls";

  async function done(asked, said) {
    const answer = await asked;
    say(answer.ok ? said : answer.error || words.away);
    return answer.ok;
  }

  async function open(asked) {
    if (!(await done(server.open({ ...asked, step: context.stage().at }), words.said_opened))) return;
    own.clear();
    typed.open = false;
    heading.focus();
  }

  async function openEvaluation() {
    await done(server.evaluate(), words.said_opened);
  }

  const does = (one) => ({
    close: () => done(server.change(one.id, { state: "closed" }), words.said_closed),
    show: async () => (await done(server.change(one.id, { state: "shown" }), words.said_shown)) && command({ verb: "show", what: "results", round: one.id }),
    hide: () => command({ verb: "show", what: "step" }) || say(words.said_hidden),
    hands: (paper) => done(server.change(one.id, { paper }), words.said_saved),
    let: (chosen) => done(server.change(one.id, { words: chosen }), words.said_let),
  });

  /** Of this step, those that are open, and the evaluation's while it goes on; the newest first. */
  const now = (one) => one.step === at || one.state === "open" || (one.step === EVALUATION && one.state === "closed");

  function draw() {
    const stage = context.stage();
    if (!stage) return;
    if (stage.at !== at) offer(stage.at);
    const rounds = [...told.rounds].sort((one, other) => other.number - one.number);
    for (const [id, { element: old }] of drawn) if (!rounds.some((one) => one.id === id)) old.remove() || drawn.delete(id);
    const visible = (one) => stage.show?.what === "results" && stage.show.round === one.id;
    rounds.filter(now).forEach((one, place) => drawOne(one, place, visible(one), list));
    rounds.filter((one) => !now(one)).forEach((one, place) => drawOne(one, place, visible(one), before));
    earlier.hidden = rounds.every(now);
    chip.textContent = { 0: words.no_phones, 1: words.phone }[told.phones] || filled(words.phones, { count: told.phones });
    code.textContent = told.code ? filled(words.code, { code: told.code }) : "";
    join.hidden = !told.code;
    lock.textContent = told.locked ? words.unlock : words.lock;
    evaluate.hidden = told.rounds.some((one) => one.step === EVALUATION && one.state === "open");
  }

  /** What somebody is typing in is not taken from under her hands. */
  function drawOne(one, place, visible, into) {
    const text = JSON.stringify([one, visible]);
    const old = drawn.get(one.id);
    const typing = old?.element.querySelector("input:focus");
    if (old?.text !== text && !(typing && old.state === one.state)) {
      const made = going(one, visible, words, does(one));
      const had = old?.element.contains(document.activeElement);
      old?.element.replaceWith(made);
      drawn.set(one.id, { text, element: made, state: one.state });
      if (had) made.querySelector("h3").focus();
    }
    const { element: made } = drawn.get(one.id);
    if (into.children[place] !== made) into.insertBefore(made, into.children[place] || null);
  }

  function offer(step) {
    at = step;
    const asked = data.polls[step] || [];
    const rows = asked.map((one) => make("li", {}, button("quiet", one.ask, () => choose(one))));
    ready.replaceChildren(...(rows.length ? [make("h3", {}, words.from_step), make("ul", { class: "plain stack tight" }, ...rows)] : []));
  }

  /** A question that is complete is opened; one without answers goes to the form first. */
  function choose(one) {
    if (one.options.length) return open(one);
    own.fill(one);
    typed.open = true;
    return own.element.querySelector("textarea").focus();
  }

  context.on((what, value) => {
    if (what === "rounds") told = value;
    if (what === "rounds" || what === "stage") draw();
  });
  draw();
}
