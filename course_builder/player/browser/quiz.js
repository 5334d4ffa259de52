// A quiz, one question at a time: answer, see why, go on; the result and every question again at the end.

import { drawn, mixed, newSeed } from "./answer/draw.js";
import { arrive, button, filled, icon, make } from "./dom.js";
import { kinds, mount as mountQuestion } from "./questions/index.js";

const HUNDREDTHS = 100;
const TINY = 1e-6;

/** attempt.seed, and once it is finished .earned.possible in hundredths; numbers in base 36 */
function unpack(packed) {
  const [attempt, seed, earned, possible] = (packed || "").split(".");
  const points = (text) => parseInt(text, 36) / HUNDREDTHS;
  return { attempt: parseInt(attempt, 36) || 1, seed: seed || newSeed(), score: possible ? { earned: points(earned), possible: points(possible) } : null };
}

function pack({ attempt, seed, score }) {
  const points = (number) => Math.round(number * HUNDREDTHS).toString(36);
  return [attempt.toString(36), seed, ...(score ? [points(score.earned), points(score.possible)] : [])].join(".");
}

// A portal with little room may have kept the result and lost the rest.
function remembered(key, host) {
  const kept = host.saved(key);
  const best = kept ? null : host.quiz(key);
  return best ? { attempt: best.attempts, seed: newSeed(), score: best } : unpack(kept);
}

export function mount(element, data, host) {
  const { words } = host;
  const marks = new Map();
  const forms = new Map();
  const state = remembered(data.key, host);
  let asked = [];
  let current = null;

  const where = make("p", { class: "eyebrow" });
  const dots = make("ol", { class: "dots", "aria-label": words.so_far });
  const head = make("div", { class: "row between" }, where, dots);
  const result = make("div", { class: "result stack", hidden: "" });
  const standing = make("span", { class: "saved" });
  const next = button("primary big", "", () => onward());
  const foot = make("p", { class: "q-next", hidden: "" }, standing, next);

  for (const question of data.questions) {
    const form = element.querySelector(`#q-${question.key}`);
    const made = { form, skip: button("quiet", words.skip, () => go(following())) };
    forms.set(question.key, made);
    made.question = mountQuestion(form, question, host, { again: false, done: (mark, fresh) => marked(question, mark, fresh) });
    form.querySelector("button.primary").after(made.skip);
  }
  element.prepend(head, result);
  element.append(foot);
  begin();

  function begin() {
    asked = drawn(data, state.seed, ({ key }) => marks.has(key));
    for (const { key, kind } of data.questions) {
      const { form } = forms.get(key);
      form.hidden = true;
      if (data.shuffle && kinds[kind].shuffles) form.querySelector(".opts").append(...mixed([...form.querySelectorAll(".opt")], state.seed, (row) => row.dataset.row));
    }
    for (const { key } of asked) foot.before(forms.get(key).form);
    if (state.score) conclude();
    else show(following() || asked[asked.length - 1]);
  }

  function isOpen({ key }) {
    return !marks.has(key);
  }

  /** Answered, but not marked: on its way to a server. */
  function waits({ key }) {
    return marks.has(key) && marks.get(key) === undefined;
  }

  /** The next question without an answer, from the current one and round to it again. */
  function following() {
    const from = asked.indexOf(current) + 1;
    return [...asked.slice(from), ...asked.slice(0, from)].find(isOpen);
  }

  function show(question) {
    current = question;
    result.hidden = true;
    head.hidden = false;
    element.classList.add("asking");
    for (const { key } of asked) forms.get(key).form.hidden = key !== question.key;
    paint();
  }

  function go(question) {
    show(question);
    arrive(forms.get(question.key).form.querySelector(".ask"));
  }

  function paint() {
    const count = asked.length;
    where.textContent = filled(words.question_of, { number: asked.indexOf(current) + 1, count });
    dots.replaceChildren(...asked.map(dot));
    const open = asked.filter(isOpen);
    for (const { skip } of forms.values()) skip.hidden = !isOpen(current) || open.length < 2;
    foot.hidden = isOpen(current) || (!open.length && asked.some(waits));
    next.textContent = open.length ? words.next_question : words.see_result;
    const { earned, possible } = points(asked.filter(({ key }) => marks.get(key) !== undefined));
    standing.replaceChildren(...(possible ? [filled(words.points_so_far, { earned: number(earned), possible: number(possible) })] : []));
  }

  function dot(question, place) {
    const mark = marks.get(question.key);
    const made = make("li", {}, String(place + 1));
    if (question === current) made.setAttribute("aria-current", "step");
    if (!isOpen(question)) {
      const [state, sign, said] = waits(question) ? ["", "cloud", words.answered] : mark === 1 ? ["ok", "check", words.right] : mark === null ? ["ok", "heart", words.answered] : mark > 0 ? ["half", "circle-dot", words.partly] : ["no", "x", words.not_right];
      made.className = state;
      made.replaceChildren(icon(sign), make("span", { class: "vh" }, filled(words.question_was, { number: place + 1, said })));
    }
    if (question === current) made.classList.add("now");
    return made;
  }

  function marked({ key }, mark, fresh) {
    marks.set(key, mark);
    if (!fresh) return;
    host.keep(data.key, pack(state));
    if (!asked.some(isOpen)) finish();
    paint();
  }

  function number(value) {
    return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  }

  function points(questions) {
    const graded = questions.filter((question) => question.graded);
    const sum = (worth) => graded.reduce((total, question) => total + worth(question), 0);
    return { earned: sum(({ key, points }) => points * marks.get(key)), possible: sum((question) => question.points) };
  }

  function finish() {
    if (state.score || asked.some(waits)) return;
    state.score = points(asked);
    host.keep(data.key, pack(state));
    host.quizDone(data.key, state.score);
  }

  function onward() {
    const open = following();
    if (open) return go(open);
    finish();
    conclude();
    arrive(result.firstChild);
  }

  function conclude() {
    const { earned, possible } = state.score;
    const passed = earned >= (data.pass || 0) * possible - TINY;
    const left = data.attempts ? data.attempts - state.attempt : Infinity;
    const again = button(passed ? "" : "primary", words[passed ? "once_more" : "try_again"], host.again || restart);
    head.hidden = foot.hidden = true;
    element.classList.remove("asking");
    result.hidden = false;
    result.replaceChildren(
      make("h2", {}, possible ? filled(words.score, { earned: number(earned), possible: number(possible) }) : words.thanks),
      ...(possible && data.pass ? [make("p", {}, make("span", { class: `chip ${passed ? "ok" : "sun"}` }, icon(passed ? "check" : "rotate-ccw"), passed ? words.passed : words.not_yet))] : []),
      ...(left > 0 ? [make("p", { class: "row" }, again)] : []),
      ...(left > 0 && left < Infinity ? [make("p", { class: "small muted" }, filled(words.attempts_left, { left }))] : []),
      ...(left > 0 || passed ? [] : [make("p", { class: "small muted" }, words.no_attempts_left)]),
      ...(marks.size ? [make("h3", {}, words.all_questions)] : []),
    );
    for (const { key } of asked) {
      const { form, skip } = forms.get(key);
      form.hidden = !marks.has(key);
      skip.hidden = true;
    }
  }

  function restart() {
    Object.assign(state, { attempt: state.attempt + 1, seed: newSeed(), score: null });
    marks.clear();
    for (const { key } of data.questions) {
      host.keep(key);
      forms.get(key).question.reset();
    }
    host.keep(data.key, pack(state));
    current = null;
    begin();
    go(current);
  }
}
