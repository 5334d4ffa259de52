// Reads {page, longest} and prints how long the state string becomes when everything has been done at its longest.
import { readFileSync } from "node:fs";
import { record } from "../../course_builder/player/browser/record.js";

const { page, longest } = JSON.parse(readFileSync(0, "utf8"));
let written = "";
const channel = { limit: Infinity, load: () => ({ state: "", verdict: null }), report() {}, save: (state) => (written = state) };
const learner = record(page, channel, { mastery: null }, () => {});

for (const part of page.parts) learner.open(part.key), learner.read(part.key);
for (const [key, length] of Object.entries(longest.kept)) learner.keep(key, "x".repeat(length));
for (const key of longest.tried) learner.tried(key);
for (const [key, { questions }] of Object.entries(page.quizzes)) {
  const possible = questions.reduce((sum, { points }) => sum + points, 0);
  for (let attempt = 0; attempt < 120; attempt += 1) learner.quizDone(key, { earned: possible - 0.0001, possible });
}
console.log(written.length);
