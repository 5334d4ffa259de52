// Tries at a quiz: the server draws the questions, and gives them when she starts.

import { arrive, button, make } from "../dom.js";
import { mount } from "../quiz.js";

const HUNDREDTHS = 100;
const SEED = "000"; // the questions come in their order

const points = (number) => Math.round(number * HUNDREDTHS).toString(36);

/** `tries`: quiz key -> the attempt that is open, or the last one. */
export function attempts({ tries, known, attempts: of }, post, words) {
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

    async function begin() {
      const attempt = await post("attempt", { quiz: data.key });
      if (attempt.how !== "kept") {
        element.append(why);
        why.textContent = attempt.error || words.quiz_later;
        return;
      }
      for (const { key } of attempt.questions) delete known[key];
      Object.assign(known, attempt.answers);
      show(attempt);
      const first = element.querySelector("form:not([hidden]) .ask");
      if (first) arrive(first);
    }

    if (tries[data.key]) show(tries[data.key]);
    else offer();
  };
}
