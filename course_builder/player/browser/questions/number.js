import { decimal } from "../answer/decimal.js";
import { readNumber } from "../answer/fold.js";
import { decode, encode } from "../answer/pack.js";

const ROUNDING = 1e-9;
const field = (form) => form.querySelector("input");

export default {
  kind: "number",
  need: "number_first",
  read: (form) => (readNumber(field(form).value) === null ? null : field(form).value.trim()),
  write: (form, answer) => (field(form).value = answer),
  mark(data, answer) {
    const given = readNumber(answer);
    return Number(given !== null && Math.abs(given - data.right) <= data.within + ROUNDING);
  },
  pack: (answer, data) => encode(answer, data.most),
  unpack: decode,
  interaction: ({ right, within }, answer) => ({
    type: "numeric",
    response: [decimal(readNumber(answer))],
    pattern: [right - within, right + within].map(decimal),
  }),
  show() {},
};
