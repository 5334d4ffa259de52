// The room's window answers the check before the start: a number on the wall, three notes, a second of the film.

import { tone } from "./sound.js";

const NUMBER_FOR = 60000; // milliseconds: long enough to walk round the table

/** `screen` is what `room` gave. Each answer is a fact to the leader's window. */
export function answering(root, data, line, screen) {
  const number = root.querySelector("[data-is=number]");
  const first = data.steps.find((step) => step.kind === "film" && step.film);
  const tell = (fact) => line.say({ to: "leader", ...fact });
  let timer = null;

  function hide() {
    clearTimeout(timer);
    number.hidden = true;
  }

  const does = {
    who: () => tell({ here: true, awake: screen.awake() }),
    number({ value }) {
      number.hidden = false;
      number.querySelector("[data-is=which]").textContent = value;
      clearTimeout(timer);
      timer = setTimeout(hide, NUMBER_FOR);
      tell({ number: value });
    },
    quiet: hide,
    async tone() {
      tell({ tone: await tone() });
    },
    async film() {
      tell({ film: first ? await screen.trial(first) : { ok: false } });
    },
    file({ talk, file }) {
      if (!(file instanceof Blob)) return;
      screen.copy(talk, file);
      tell({ copied: talk });
    },
  };

  line.on((what, fact) => {
    if (what !== "fact" || fact.to !== "room" || !Object.hasOwn(does, fact.do)) return;
    does[fact.do](fact);
  });
  line.on((what) => what === "stage" && line.stage && hide());
  does.who();
}
