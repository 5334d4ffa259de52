// The page of a phone in the room: what is asked just now, her answer, and what was shown last.

import { answers } from "./phone/answers.js";
import { ask } from "./phone/ask.js";
import { line } from "./phone/line.js";
import { memory } from "./phone/memory.js";
import { question } from "./phone/question.js";
import { results } from "./phone/results.js";

const FULL = 503;
const GONE = 410;
const AGAIN = 2000;

const { door, words, addresses } = JSON.parse(document.getElementById("phone").textContent);
const main = document.getElementById("main");
const state = document.getElementById("state");
const asked = document.getElementById("asked");
const shown = document.getElementById("shown");
const kept = memory(door);
const here = new Map(); // round -> its question on the page
const out = answers(addresses, kept, join, (round, how) => here.get(round)?.say(how));
let room = null;

async function join() {
  const { status, body } = await ask(addresses.join, { token: kept.token });
  if (status === 200) draw(body);
  else if (status === FULL && body) tell(words.full);
  else if (status === GONE) over();
  return status === 200;
}

function draw(document_) {
  room = document_;
  const now = new Set(room.asked.map((one) => one.id));
  for (const [round, one] of here) if (!now.has(round)) take(round, one);
  for (const one of room.asked) if (!here.has(one.id)) show(one);
  drawResults();
  calm();
}

function show(one) {
  const before = kept.answer(one.id);
  const made = question(one, words, before?.given, (given) => out.put(one.id, given));
  here.set(one.id, made);
  asked.append(made.element);
  if (before) made.say(before.state);
}

/** A question that is closed goes, and does not leave the keyboard nowhere. */
function take(round, one) {
  const had = one.element.contains(document.activeElement);
  one.element.remove();
  here.delete(round);
  if (had) {
    main.focus();
  }
}

function drawResults() {
  const [last] = room.shown;
  const text = JSON.stringify(last ?? null);
  if (shown.dataset.is === text) return;
  shown.dataset.is = text;
  shown.replaceChildren(...(last ? [results(last, words)] : []));
}

/** What there is to do. A question stands below: then it is said to those who hear the page, not shown once more. */
function calm() {
  const last = room?.asked.at(-1);
  if (last) tell(`${words.question} ${last.ask}`, true);
  else tell(room ? words.wait : words.joining);
}

function tell(text, heard = false) {
  state.classList.toggle("vh", heard);
  if (state.textContent !== text) state.textContent = text;
}

function over() {
  kept.clear();
  asked.replaceChildren();
  here.clear();
  tell(words.over);
}

const told = {
  room: draw,
  state(how) {
    if (how === "over") over();
    else if (how === "elsewhere") tell(words.elsewhere);
    else if (how === "away") tell(words.away);
    else {
      calm();
      out.send();
    }
  },
};

async function begin() {
  if (await join()) {
    line({ ...addresses, events: `${addresses.events}?s=${kept.stream}` }, told);
    out.send();
  } else if (state.textContent !== words.over) {
    if (state.textContent !== words.full) tell(words.away);
    setTimeout(begin, AGAIN * (0.7 + Math.random() * 0.6));
  }
}

begin();
