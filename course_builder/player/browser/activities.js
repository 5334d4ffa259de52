// Puts the activities of a part to work when the part is first shown.

import { mount as story } from "./blocks/case.js";
import { mount as checklist } from "./blocks/checklist.js";
import { mount as reflect } from "./blocks/reflect.js";
import { mount as film } from "./film.js";
import { mount as question } from "./questions/index.js";
import { mount as quiz } from "./quiz.js";

const BLOCKS = { case: story, checklist, reflect };

export function activities(page, host) {
  const mounted = new Set();
  const kinds = [
    ["[data-quiz]", "quiz", host.attempt || quiz, page.quizzes],
    [".film-talk[data-film]", "film", film, page.films],
    ["[data-block]", "block", (element, data) => BLOCKS[data.kind](element, data, host), page.blocks],
    ["form[data-question]", "question", question, page.questions],
  ];

  function start(element, name, mount, data) {
    if (name === "question" && element.closest("[data-quiz]")) return;
    // One broken activity must not take the course with it; the error still reaches the console.
    try {
      mount(element, data[element.dataset[name]], host);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }

  return (section) => {
    if (mounted.has(section)) return;
    mounted.add(section);
    for (const [selector, name, mount, data] of kinds) {
      for (const element of section.querySelectorAll(selector)) start(element, name, mount, data);
    }
  };
}
