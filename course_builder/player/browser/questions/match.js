import { share } from "../answer/fold.js";
import { each } from "../answer/fields.js";
import { keysIn } from "../answer/pack.js";
import { rowOf, settle } from "../answer/rows.js";

const find = (data, key) => data.pairs.find((pair) => pair.key === key || pair.name === key) || {};
const isRight = (data, pair, answer) => typeof answer[pair.key] == "string" && find(data, answer[pair.key]).right === pair.right;

export default {
  kind: "match",
  need: "all_first",
  tells: true,
  ...each,
  mark(data, answer) {
    if (!answer || typeof answer != "object") return 0;
    return share(data.pairs.filter((pair) => isRight(data, pair, answer)).length, data.pairs.length);
  },
  pack: (answer) => Object.keys(answer).map((key) => key + answer[key]).join(""),
  unpack(packed, data) {
    const answer = {};
    for (const two of packed.match(/.{6}/g) || []) {
      const [left, right] = keysIn(two, data.pairs);
      if (right) answer[left] = right;
    }
    return Object.keys(answer).length ? answer : null;
  },
  interaction: (data, answer) => ({
    type: "matching",
    response: data.pairs.filter((pair) => answer[pair.key]).map((pair) => [pair.id, find(data, answer[pair.key]).id]),
    pattern: data.pairs.map((pair) => [pair.id, pair.id]),
    ids: data.pairs.map((pair) => pair.id),
  }),
  show(form, data, answer, words) {
    for (const pair of data.pairs) {
      const right = isRight(data, pair, answer);
      settle(rowOf(form, pair.key), right ? "right" : "wrong", right ? words.right : `${words.right_answer}: ${pair.right}`);
    }
  },
};
