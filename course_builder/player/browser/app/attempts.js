// Tries at a quiz: the server draws the questions, and gives them when she starts.

import { arrive, button, make } from "../dom.js";
import { mount } from "../quiz.js";

const HUNDREDTHS = 100;
const SEED = "000"; // the questions come in their order

const points = (number) => Math.round(number * HUNDREDTHS).toString(36);

/** `tries`: quiz key -> the attempt that is open, or no more than the id of the last one. */
export function attempts({ tries, known, attempts: of }, ask, words) {
  return (element, data, host) => {
    const why = make("p", { role: "status" });

    function show(attempt) {
      const { id, number, questions, html, score } = attempt;
      for (const { key } of questions) of.set(key, id);
      element.innerHTML = html;
      const packed = [number.toString(36), SEED, ...(score ? [points(score.earned), points(score.possible)] : [])].join(".");
      mount(element, { ...data, questions, draw: null, shuffle: false }, {
        ...host,
        again: begin,
        saved: (key) => (key === data.key ? packed : host.saved(key)),
      });
    }

    function offer() {
      element.replaceChildren(make("p", {}, button("primary big", words.quiz_start, begin)), why);
    }

    /** -> whether it is there now. */
    async function fetched(what, body) {
      const attempt = await ask(what, body);
      if (attempt.how !== "kept") {
        element.append(why);
        why.textContent = attempt.error || words.quiz_later;
        return false;
      }
      for (const { key } of attempt.questions) delete known[key];
      Object.assign(known, attempt.answers);
      show(attempt);
      return true;
    }

    async function begin() {
      const there = await fetched("attempt", { quiz: data.key });
      const first = there && element.querySelector("form:not([hidden]) .ask");
      if (first) arrive(first);
    }

    async function review({ id }) {
      if (await fetched(`attempt/${id}`)) return;
      element.replaceChildren(make("p", {}, button("", words.again, () => review({ id }))), why);
    }

    const last = tries[data.key];
    if (!last) offer();
    else if (last.html) show(last);
    else review(last);
  };
}
