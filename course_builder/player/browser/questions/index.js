// The ten kinds, and one question at work: read, hand over, show what it was worth and why.

import { unsettle } from "../answer/rows.js";
import { arrive, icon, make } from "../dom.js";
import choice from "./choice.js";
import choices from "./choices.js";
import gaps from "./gaps.js";
import match from "./match.js";
import number from "./number.js";
import order from "./order.js";
import reflect from "./reflect.js";
import scale from "./scale.js";
import text from "./text.js";
import truth from "./truth.js";

export const kinds = {};
for (const kind of [truth, choice, choices, text, gaps, number, match, order, scale, reflect]) kinds[kind.kind] = kind;

// The page holds the answers folded away, for those without a script. Here they wait until there is an answer.
function unfold(form) {
  const folded = form.querySelector("details");
  const after = make("div", { class: "after stack", hidden: "" });
  if (!folded) return after;
  for (const say of folded.querySelectorAll("[data-say]")) {
    const row = form.querySelector(`[data-row="${say.dataset.say}"]`);
    if (row) row.append(say);
  }
  for (const part of [...folded.children]) if (!part.matches("summary, .says")) after.append(part);
  folded.replaceWith(after);
  return after;
}

const verdicts = (mark, words) =>
  mark === null ? ["heart", words.thanks] : mark === 1 ? ["check", words.right] : mark > 0 ? ["circle-dot", words.partly] : ["x", words.not_right_now];

/**
 * `done(mark, fresh)` is called when there is an answer; `fresh` is false for one that was kept, and the mark is
 * undefined for one that is on its way. `again: false` leaves the next step to a quiz.
 */
export function mount(form, data, host, { done = () => {}, again = true } = {}) {
  const kind = kinds[data.kind];
  const { words } = host;
  const fields = form.querySelector("fieldset");
  const verdict = make("p", { class: "verdict" });
  const press = make("button", { class: "btn primary" });
  const actions = make("p", { class: "row" }, press);
  let after = unfold(form);
  let since = host.now();
  let answered = false;

  fields.firstElementChild.after(verdict);
  form.append(actions);
  const grown = kind.prepare && kind.prepare(form, data, host);
  reset();

  function reset() {
    answered = fields.disabled = false;
    unsettle(form);
    form.reset();
    if (kind.blank) kind.blank(form);
    after.hidden = true;
    verdict.textContent = "";
    verdict.className = "verdict";
    press.textContent = words[kind.verb || "answer"];
    press.hidden = false;
    since = host.now();
  }

  function settle(answer, mark, fresh) {
    const [sign, said] = verdicts(mark, words);
    // What a server has told of the answer comes with it.
    if (form.querySelector("details")) after = unfold(form);
    const otherwise = after.querySelector(".otherwise");
    const solution = after.querySelector(".solution");
    unsettle(form);
    kind.write(form, answer);
    if (grown) grown();
    kind.show(form, data, answer, words);
    answered = fields.disabled = true;
    if (otherwise) otherwise.hidden = mark === null || mark === 1;
    if (solution) solution.hidden = mark === 1 || Boolean(kind.tells);
    after.hidden = [...after.children].every((child) => child.hidden);
    verdict.replaceChildren(icon(sign), said);
    verdict.classList.add(mark === null ? "ok" : mark === 1 ? "ok" : mark > 0 ? "half" : "no");
    press.textContent = words[mark === null ? "change" : "again"];
    press.hidden = !again;
    done(mark, fresh);
  }

  // While an answer is on its way somebody may have gone on to the next question.
  async function hand(answer) {
    const kept = await host.answer(data, answer, { form, kind, since, done });
    const at = document.activeElement;
    if (!kept) return;
    settle(...kept, true);
    if (at.contains(form) || form.contains(at)) arrive(verdict);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (answered) {
      const mine = data.graded ? null : kind.read(form, data);
      reset();
      host.keep(data.key);
      if (mine !== null) kind.write(form, mine);
      fields.querySelector("input, select, textarea, button").focus();
      return;
    }
    const answer = kind.read(form, data);
    if (answer === null) {
      verdict.textContent = words[kind.need || "choose_first"];
      host.announce(verdict.textContent);
      return;
    }
    hand(answer);
  });

  const kept = host.recall(data, { form, kind, hand });
  if (kept) settle(...kept, false);
  return { reset };
}
