// A question that is marked by the server: shown as saved, right or wrong only when the server has the answer.

import { arrive, icon } from "../dom.js";
import { newKey } from "./outbox.js";

const PATIENCE = 1500;

/** `known`: question key -> {given, mark, told} as the server has it; `attempts`: question key -> id of the attempt it stands in. */
export function answers({ known, attempts, notes }, box, words, announce, hurry) {
  const name = (key) => `answer-${key}`;

  // What is right and why has come with the reply: into the question's data, and folded into its form.
  function tell(data, form, { data: more, html }) {
    Object.assign(data, more);
    if (!form.querySelector(".after")) form.querySelector("button.primary").parentNode.insertAdjacentHTML("beforebegin", html);
  }

  function shut(form, whether) {
    form.querySelector("fieldset").disabled = whether;
    form.querySelector("button.primary").hidden = whether;
  }

  function say(form, text, sign) {
    form.querySelector(".verdict").replaceChildren(...(sign ? [icon(sign)] : []), text);
  }

  // Her button is gone: the words that stand in its place get the focus, unless she has gone on.
  function lead(form) {
    const at = document.activeElement;
    if (at === document.body || form.contains(at)) arrive(form.querySelector(".verdict"));
    else announce(words.waits);
  }

  // Her own words are a note; the answer only says that there was one.
  const answered = (data, given) => (data.kind === "reflect" ? notes[data.key] || "" : given);

  return {
    recall(data, { form, kind, hand }) {
      const waiting = box.find(name(data.key));
      if (waiting) {
        kind.write(form, waiting.body.given);
        hand(waiting.body.given);
        return null;
      }
      const stored = known[data.key];
      if (!stored && data.kind === "reflect" && notes[data.key]) kind.write(form, notes[data.key]);
      if (!stored) return null;
      tell(data, form, stored.told);
      return [answered(data, stored.given), stored.mark];
    },

    async answer(data, given, { form, done }) {
      const waited = box.find(name(data.key));
      const body = { question: data.key, attempt: attempts.get(data.key) || null, given, key: newKey() };
      const item = waited || box.add(name(data.key), "answer", body);
      const wait = (fresh) => {
        say(form, words.waits, "cloud");
        if (fresh) lead(form);
        done(undefined, fresh);
      };
      shut(form, true);
      say(form, words.saving, "cloud");
      if (waited) wait(false);
      const later = setTimeout(() => wait(true), navigator.onLine ? PATIENCE : 0);
      hurry();
      const reply = await item.reply;
      clearTimeout(later);
      shut(form, false);
      if (!reply.told) {
        say(form, reply.error);
        announce(reply.error);
        return null;
      }
      known[data.key] = reply;
      tell(data, form, reply.told);
      return [reply.how === "refused" ? answered(data, reply.given) : given, reply.mark];
    },
  };
}
