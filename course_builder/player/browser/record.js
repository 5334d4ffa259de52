// What the learner has done, kept in one state string and judged by the course's rule; the channel hears of every change.

import { decode, encode } from "./state.js";
import { judge, raised, reached } from "./verdict.js";

const PACKED = /^[\w.~-]*$/;
const WRITTEN = ["text", "gaps", "reflect"];

export function record(page, channel, { mastery }, drawn) {
  const { state: text, verdict: known } = channel.load();
  const state = decode(text);
  const parts = new Map(page.parts.map((part) => [part.key, part]));
  const lessons = page.parts.filter((part) => part.kind !== "quiz");
  const graded = Object.entries(page.quizzes).map(([key, quiz]) => ({ key, quiz, possible: quiz.possible || possible(quiz) })).filter((one) => one.possible > 0);
  const texts = written(page);
  forgetUnknown();
  const progress = ({ completion }) => (completion === "completed" ? 1 : share());
  const described = (one) => JSON.stringify([one.completion, one.success, one.score, progress(one)]);
  const own = { completion: state.completion, success: state.success, score: null };
  let verdict = known ? raised(known, own) : own;
  let reported = known ? described(known) : "";
  const wasDone = verdict.completion === "completed";

  // An earlier release may have kept what this one no longer has.
  function forgetUnknown() {
    const all = JSON.stringify(page);
    for (const known of [state.read, state.quizzes, state.tries, state.kept]) {
      for (const key of known.keys()) if (!all.includes(`"${key}"`)) known.delete(key);
    }
    if (!parts.has(state.at)) state.at = "";
  }

  const attempts = (key) => (state.quizzes.get(key) || { attempts: 0 }).attempts;

  function rows() {
    return graded.map(({ key, quiz, possible: most }) => ({
      pass: quiz.pass,
      possible: most,
      earned: null,
      ...state.quizzes.get(key),
      tries_left: quiz.attempts === null || attempts(key) < quiz.attempts,
    }));
  }

  /** How much of the course has been read, by minutes. */
  function share() {
    const minutes = (list) => list.reduce((sum, part) => sum + Math.max(1, part.minutes || 0), 0);
    return minutes(page.parts.filter((part) => state.read.has(part.key))) / Math.max(1, minutes(page.parts));
  }

  function changed() {
    const read = lessons.every((part) => state.read.has(part.key));
    verdict = raised(verdict, channel.verdict ? channel.verdict() : judge(page.rule, rows(), read, mastery));
    state.completion = verdict.completion;
    state.success = verdict.success;
    channel.save(encode(state, channel.limit, (key) => texts.has(key)), state.at);
    if (described(verdict) !== reported) channel.report({ verdict, progress: progress(verdict) });
    reported = described(verdict);
    drawn();
  }

  return {
    state,
    share,
    changed,
    attempts,
    wasDone,
    get done() {
      return verdict.completion === "completed";
    },
    isRead: (key) => state.read.has(key),
    isChanged: (key) => state.read.has(key) && state.read.get(key) !== digest(parts.get(key)),
    left: () => [...page.parts.filter((part) => isLeft(part))],

    open(key) {
      state.at = key;
      changed();
    },

    read(key) {
      const part = parts.get(key);
      if (!part || state.read.get(key) === digest(part)) return;
      state.read.set(key, digest(part));
      changed();
    },

    keep(key, packed) {
      if (packed === undefined) state.kept.delete(key);
      else if (PACKED.test(packed)) state.kept.set(key, packed);
      changed();
    },

    tried(key) {
      state.tries.set(key, (state.tries.get(key) || 0) + 1);
      changed();
      return state.tries.get(key);
    },

    quizDone(key, { earned, possible: most }) {
      const before = state.quizzes.get(key);
      if (parts.has(key)) state.read.set(key, digest(parts.get(key)));
      const better = !before || earned / most > before.earned / before.possible;
      if (most) state.quizzes.set(key, { ...(better ? { earned, possible: most } : before), attempts: attempts(key) + 1 });
      changed();
    },
  };

  function isLeft(part) {
    const row = part.kind === "quiz" && page.rule.quizzes === "passed" && rows()[graded.findIndex((one) => one.key === part.key)];
    return !state.read.has(part.key) || (row && !reached(row));
  }
}

const digest = (part) => part.digest.slice(0, 2);

/** What a quiz can give before anybody has drawn its questions. */
function possible(quiz) {
  const points = quiz.questions.filter((question) => question.graded).map((question) => question.points);
  const drawn = Math.min(quiz.draw || quiz.questions.length, quiz.questions.length) / quiz.questions.length;
  return points.reduce((sum, one) => sum + one, 0) * drawn;
}

function written(page) {
  const all = [...Object.values(page.questions), ...Object.values(page.blocks), ...Object.values(page.quizzes).flatMap((quiz) => quiz.questions)];
  return new Set(all.filter((one) => WRITTEN.includes(one.kind)).map((one) => one.key));
}
