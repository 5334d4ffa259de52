import { share } from "../answer/fold.js";
import { idsOf } from "../answer/ids.js";
import { keysIn } from "../answer/pack.js";
import { choose, chosen, settleRows } from "../answer/rows.js";

export default {
  kind: "choices",
  shuffles: true,
  read(form) {
    const answer = chosen(form);
    return answer.length ? answer : null;
  },
  write: choose,
  mark(data, answer) {
    if (!Array.isArray(answer)) return 0;
    const known = new Set(answer.filter((key) => data.options.some((option) => option.key === key)));
    const right = data.right.filter((key) => known.has(key)).length;
    return share(Math.max(0, 2 * right - known.size), data.right.length);
  },
  pack: (answer) => answer.join(""),
  unpack(packed, data) {
    const answer = keysIn(packed, data.options);
    return answer.length ? answer : null;
  },
  interaction: (data, answer) => ({ type: "choice", ...idsOf(data.options, answer, data.right) }),
  show: (form, data, answer, words) => settleRows(form, data.right, answer, words),
};
