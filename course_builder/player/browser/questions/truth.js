import { choose, chosen, settleRows } from "../answer/rows.js";

export default {
  kind: "truth",
  read: (form) => [null, false, true][["false", "true"].indexOf(chosen(form)[0]) + 1],
  write: (form, answer) => choose(form, [String(answer)]),
  mark: (data, answer) => Number(answer === data.right),
  pack: (answer) => (answer ? "1" : "0"),
  unpack: (packed) => packed === "1",
  interaction: (data, answer) => ({ type: "true-false", response: [String(answer)], pattern: [String(data.right)] }),
  show: (form, data, answer, words) => settleRows(form, [String(data.right)], [String(answer)], words),
};
