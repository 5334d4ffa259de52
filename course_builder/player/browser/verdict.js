// When a course counts as done, and what it may be called. The same rules stand in content/verdict.py.

const SUCCESS = ["unknown", "failed", "passed"];
const WHOLE = 10000;
const ALMOST = 1e-9;

const taken = (quiz) => quiz.earned != null;
export const reached = (quiz) => taken(quiz) && quiz.earned / quiz.possible + ALMOST >= quiz.pass;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const total = (quizzes) => sum(quizzes.map((quiz) => quiz.earned ?? 0)) / sum(quizzes.map((quiz) => quiz.possible));

/** rule {lessons, quizzes, mastery, fail_reports}; quizzes [{pass, possible, earned, tries_left}] -> {completion, success, score} */
export function judge(rule, quizzes, hasRead, portalMastery = null) {
  const mastery = portalMastery ?? rule.mastery ?? null;
  const counted = quizzes.length > 0 && rule.quizzes !== "none";
  const read = hasRead || (rule.lessons === "none" && counted);
  const success = judgeSuccess(rule, quizzes, read, mastery);
  const quizzesDone = rule.quizzes === "passed" ? success === "passed" : quizzes.every(taken);
  const done = read && (quizzesDone || !counted);
  return { completion: done ? "completed" : "incomplete", success, score: score(quizzes, mastery, success) };
}

/** `now`, but nothing that was reached is taken back. */
export function raised(before, now) {
  const done = before.completion === "completed";
  let success = SUCCESS[Math.max(SUCCESS.indexOf(before.success), SUCCESS.indexOf(now.success))];
  if (done && success === "failed") success = before.success;
  const keep = before.score != null && (done || before.success === "passed");
  return { completion: done ? before.completion : now.completion, success, score: keep ? Math.max(before.score, now.score ?? 0) : now.score };
}

function judgeSuccess(rule, quizzes, read, mastery) {
  if (!quizzes.some(taken) || (mastery === null && rule.quizzes !== "passed")) return "unknown";
  if (mastery === null ? quizzes.every(reached) : total(quizzes) + ALMOST >= mastery) return "passed";
  if (!read || !quizzes.every(taken)) return "unknown";
  return rule.fail_reports === "incomplete" && canStillPass(quizzes, mastery) ? "unknown" : "failed";
}

const canStillPass = (quizzes, mastery) =>
  mastery === null
    ? quizzes.every((quiz) => reached(quiz) || quiz.tries_left)
    : quizzes.some((quiz) => quiz.tries_left && quiz.earned < quiz.possible);

// On the same side of the mark as the exact total. A portal that holds a mastery score judges any score it is
// given, so none is given before the judgement may fall.
function score(quizzes, mastery, success) {
  if (!quizzes.some(taken) || (mastery !== null && success === "unknown")) return null;
  const rounded = Math.floor(total(quizzes) * WHOLE + 0.5);
  if (mastery === null) return rounded;
  const mark = mastery * WHOLE;
  if (success === "passed" && rounded + ALMOST < mark) return rounded + 1;
  return success === "failed" && rounded + ALMOST >= mark ? rounded - 1 : rounded;
}
