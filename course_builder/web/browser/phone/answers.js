// Answers on their way: kept in the phone, sent again until the server has them, and said to be saved only then. Sent twice an answer
// is one, and a new one takes the place of the one before.

import { ask } from "./ask.js";

const AGAIN = [1000, 2000, 4000, 8000];
const SAVED = 200;
const REFUSED = { 409: "closed", 410: "closed", 422: "closed" };
const JOIN_FIRST = 412;

/** `told(round, state)`; `join()` -> whether the phone is in the room. */
export function answers({ answer }, kept, join, told, world = window) {
  let sending = false;
  let tries = 0;
  let timer = null;

  function put(round, given) {
    say(round, given, "saving");
    send();
  }

  function say(round, given, state) {
    kept.put(round, given, state);
    told(round, state);
  }

  async function send() {
    world.clearTimeout(timer);
    if (sending) return;
    sending = true;
    let round = null;
    while ((round = kept.waiting()[0])) {
      if (!(await sent(round))) break;
    }
    sending = false;
    if (round) {
      timer = world.setTimeout(send, AGAIN[Math.min(tries, AGAIN.length - 1)] * (0.7 + Math.random() * 0.6));
      tries += 1;
    } else tries = 0;
  }

  /** Whether the server has answered for good. */
  async function sent(round) {
    const { given } = kept.answer(round);
    const { status } = await ask(answer, { token: kept.token, round, given });
    if (kept.answer(round).given !== given) return true; // changed meanwhile: the new one goes next
    if (status === SAVED) say(round, given, "saved");
    else if (REFUSED[status]) say(round, given, "closed");
    else if (status === JOIN_FIRST && (await join())) return true;
    else {
      say(round, given, "kept");
      return false;
    }
    return true;
  }

  world.addEventListener("online", send);
  return { put, send };
}
