// The state string on the server: where she is, what she has read, films, stories and lists.

import { decode, encode } from "../state.js";
import { changed, difference, isNothing, joined, nothing } from "./changes.js";
import { newKey } from "./outbox.js";

const TURNS = 3;
const CONFLICT = 409;

/** `seated`: {state, revision} as the server has it. `crossed()` is called when another window has written meanwhile. */
export function place(seated, copies, post, crossed) {
  const mine = `state-${newKey()}`;
  let base = decode(seated.state);
  let { revision } = seated;
  let own = base; // what the player itself last said
  let unsent = nothing();

  function keepCopy(change) {
    if (isNothing(change)) copies.drop(mine);
    else copies.put(mine, { change });
  }

  /** What a window that has gone away did not get sent is taken over. */
  async function load() {
    for (const [name, { change }] of await copies.all()) {
      if (!change) continue;
      unsent = joined(unsent, change);
      copies.drop(name);
    }
    keepCopy(unsent);
    own = changed(base, unsent);
  }

  /** -> the change, when there is one. */
  function say(text) {
    const now = decode(text);
    const change = difference(own, now);
    own = now;
    if (isNothing(change)) return null;
    unsent = joined(unsent, change);
    keepCopy(unsent);
    return change;
  }

  async function send(turn = TURNS) {
    if (isNothing(unsent)) return true;
    const sending = unsent;
    const whole = changed(base, sending);
    unsent = nothing();
    const reply = await post("state", { state: encode(whole), based_on: revision });
    const met = reply.status === CONFLICT && reply.state !== undefined;
    if (reply.how === "kept" || met) revision = reply.revision;
    if (reply.how === "kept") {
      base = whole;
      keepCopy(unsent);
      return true;
    }
    unsent = joined(sending, unsent);
    if (!met) return false;
    base = decode(reply.state);
    // A page that was just left may have got its last words through: that is nobody else.
    if (!isNothing({ ...difference(whole, base), at: undefined })) crossed();
    return turn > 0 && send(turn - 1);
  }

  return {
    load,
    say,
    send,
    state: () => own,
    get waits() {
      return !isNothing(unsent);
    },
  };
}
