import { choose, chosen } from "../answer/rows.js";

export default {
  kind: "scale",
  read: (form) => Number(chosen(form)[0]) || null,
  write: (form, answer) => choose(form, [String(answer)]),
  mark: () => null,
  pack: String,
  unpack: (packed, data) => (packed >= 1 && packed <= data.steps ? Number(packed) : null),
  interaction: (data, answer) => ({ type: "likert", response: [String(answer)], pattern: [] }),
  show() {},
};
