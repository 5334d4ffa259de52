// One minute before the start: which screen the room sees, sound, film and captions. The room's window is asked; people say what they see.

import { filled, make } from "../dom.js";
import { copyPicker } from "./check_copy.js";

const PATIENCE = 4000; // milliseconds

/** In the leader's view, before the hour begins. */
export function mount(element, context) {
  const words = context.data.words.check;
  const first = context.data.steps.find((step) => step.kind === "film" && step.film);
  const talk = first ? context.data.films[first.film] : null;
  const waits = new Map(); // what is waited for -> what to do with the answer
  const ask = (what, more = {}) => context.tell({ to: "room", do: what, ...more });

  const state = make("p", { class: "small" }, words.needs_room);
  const awake = make("p", { class: "small" });
  const list = make("ol", { class: "checks" }, screenCheck(), soundCheck(), filmCheck());
  element.append(make("h3", {}, words.heading), make("p", { class: "small muted" }, words.what), state, list, awake);

  context.on((what, fact) => {
    if (what === "state" && fact.room) ask("who");
    if (what !== "fact" || fact.to !== "leader") return;
    if (fact.here) there(fact);
    for (const [name, answered] of [...waits]) {
      if (!(name in fact)) continue;
      waits.delete(name);
      answered(fact[name]);
    }
  });
  ask("who");

  function there(fact) {
    state.textContent = words.room_there;
    awake.textContent = fact.awake ? words.awake : words.asleep;
  }

  /** Asks the room's window; one that does not answer is not open. */
  function asked(box, what, name, answered, more) {
    box.say(words.trying);
    waits.set(name, answered);
    ask(what, more);
    setTimeout(() => waits.delete(name) && box.say(words.silent), PATIENCE);
  }

  function screenCheck() {
    const box = check(words.screen, words.screen_do, () => {
      const value = 1 + Math.floor(Math.random() * 9);
      asked(box, "number", "number", () => {
        box.say(filled(words.screen_ask, { n: value }), [
          [words.screen_yes, () => done(words.screen_fine)],
          [words.screen_same, () => done(words.screen_mirrored, toSingle())],
          [words.screen_no, () => done(words.screen_move)],
        ]);
      }, { value }); // prettier-ignore
    });
    if (window.screen.isExtended === false) box.say(words.screen_one, [], toSingle());
    function done(text, more) {
      ask("quiet");
      box.say(text, [], more);
    }
    return box.item;
  }

  function toSingle() {
    return make("a", { class: "btn", href: context.data.single }, words.to_single);
  }

  function soundCheck() {
    const box = check(words.sound, words.sound_do, () =>
      asked(box, "tone", "tone", (heard) => {
        if (!heard) return box.say(words.sound_blocked);
        return box.say(words.sound_ask, [
          [words.yes, () => box.say(words.sound_fine)],
          [words.no, () => box.say(words.sound_help)],
        ]);
      }),
    );
    return box.item;
  }

  function filmCheck() {
    if (!talk) return check(words.film, "", null).say(words.film_none).item;
    if (talk.link) return linkedCheck();
    if (!talk.versions.plain.src) return check(words.film, "", null).say(words.film_broken).item;
    const box = check(words.film, words.film_do, () => asked(box, "film", "film", (said) => box.say(words[tried(said)])));
    return box.item;
  }

  function tried({ ok, blocked, captions }) {
    if (blocked) return "film_muted";
    if (!ok) return "film_broken";
    return captions ? "film_fine" : "film_bare";
  }

  function linkedCheck() {
    const box = check(words.film, "", null);
    const open = make("a", { class: "btn", href: talk.link.url, target: "_blank", rel: "noopener noreferrer" }, words.film_open);
    box.say(words.film_linked, [], open);
    if (talk.local) {
      box.item.append(copyPicker(words, (file) => asked(box, "file", "copied", () => box.say(words.copy_fine), { talk: first.film, file })));
    }
    return box.item;
  }
}

/** A thing to check: its name, a press, and what is said of it. -> {item, say(text, answers, more)} */
function check(name, press, does) {
  const said = make("div", { class: "said", role: "status" });
  const item = make("li", {}, make("h4", {}, name));
  if (does) {
    const made = make("button", { type: "button", class: "btn sm" }, press);
    made.addEventListener("click", does);
    item.append(made);
  }
  item.append(said);
  const box = {
    item,
    say(text, answers = [], more = null) {
      said.replaceChildren(make("p", {}, text), ...answers.map(answer), ...(more ? [more] : []));
      return box;
    },
  };
  return box;
}

function answer([text, does]) {
  const made = make("button", { type: "button", class: "btn sm" }, text);
  made.addEventListener("click", does);
  return made;
}
