import { idsOf } from "../answer/ids.js";
import { choose, chosen, settleRows } from "../answer/rows.js";
import { keysIn } from "../answer/pack.js";

export default {
  kind: "choice",
  shuffles: true,
  read: (form) => chosen(form)[0] || null,
  write: (form, answer) => choose(form, [answer]),
  mark: (data, answer) => Number(typeof answer == "string" && answer === data.right),
  pack: (answer) => answer,
  unpack: (packed, data) => keysIn(packed, data.options)[0] || null,
  interaction: (data, answer) => ({ type: "choice", ...idsOf(data.options, [answer], [data.right]) }),
  show: (form, data, answer, words) => settleRows(form, [data.right], [answer], words),
};
