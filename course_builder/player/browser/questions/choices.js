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
  /** In the author's order, whatever the order on the screen: portals compare answers as texts. */
  interaction(data, answer) {
    const picked = data.options.map(({ key }) => key).filter((key) => answer.includes(key));
    return { type: "choice", ...idsOf(data.options, picked, data.right) };
  },
  show: (form, data, answer, words) => settleRows(form, data.right, answer, words),
};
