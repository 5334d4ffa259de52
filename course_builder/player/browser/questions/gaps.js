import { same, share } from "../answer/fold.js";
import { decode, encode } from "../answer/pack.js";
import { rowOf, settle } from "../answer/rows.js";
import { each } from "../answer/fields.js";

export default {
  kind: "gaps",
  need: "all_first",
  ...each,
  mark(data, answer) {
    if (!answer || typeof answer != "object") return 0;
    return share(data.gaps.filter((gap) => same(answer[gap.key], gap.accept)).length, data.gaps.length);
  },
  pack: (answer, data) => Object.keys(answer).map((key) => key + encode(answer[key], data.most)).join("."),
  unpack(packed, data) {
    const answer = {};
    for (const one of packed.split(".")) {
      if (data.gaps.some((gap) => gap.key === one.slice(0, 3))) answer[one.slice(0, 3)] = decode(one.slice(3));
    }
    return Object.keys(answer).length ? answer : null;
  },
  interaction: (data, answer) => ({
    type: "fill-in",
    response: data.gaps.map((gap) => answer[gap.key] || ""),
    pattern: data.gaps.map((gap) => gap.accept[0]),
  }),
  show(form, data, answer, words) {
    for (const gap of data.gaps) {
      const right = same(answer[gap.key], gap.accept);
      settle(rowOf(form, gap.key), right ? "right" : "wrong", right ? words.right : words.not_right);
    }
  },
};
