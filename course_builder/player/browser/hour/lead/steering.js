// Who did what, whether the network is there, and whose machine holds when two were steered apart: told in words, calmly.

import { filled } from "../../dom.js";
import { written } from "../time.js";
import { at, copy, put, show } from "./at.js";

const BRIEF = 60000;
const MODES = { alone: "net_alone", "signed-out": "net_out", gone: "net_gone" };

/** -> {did(stage, now), state(state), settled(how)} */
export function steering({ data, words, device, say }) {
  const notes = new Map();
  let mode = null;

  /** One note a name; no text takes it away. */
  function note(name, text, brief = false) {
    notes.get(name)?.remove();
    notes.delete(name);
    if (!text) return;
    const made = copy("told");
    made.querySelector("p").textContent = text;
    notes.set(name, made);
    at("told").append(made);
    say(text);
    if (brief) window.setTimeout(() => made.remove(), BRIEF);
  }

  function did(stage, now) {
    const done = words[`did_${stage.verb}`];
    if (!done) return;
    const me = stage.device === device && (!stage.by || stage.by === data.name);
    const text = filled(words.who_did, { who: me ? words.me : stage.by || words.lost_other, did: done, time: written(now, data.hour.language) });
    put(at("who"), text);
    if (!me) say(text);
  }

  function state(now) {
    show(at("wall-open"), now.room);
    show(at("open-room"), true);
    if (now.mode === mode) return;
    const was = mode;
    mode = now.mode;
    if (MODES[mode]) note("net", words[MODES[mode]]);
    else note("net", MODES[was] ? words.net_back : "", true);
  }

  function settled({ won, by }) {
    note("settled", won ? words.won : filled(words.lost, { who: by || words.lost_other }), true);
  }

  return { did, state, settled };
}
