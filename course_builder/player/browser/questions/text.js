import { same } from "../answer/fold.js";
import { decode, encode } from "../answer/pack.js";

const field = (form) => form.querySelector("input");

export default {
  kind: "text",
  need: "write_first",
  read: (form) => field(form).value.trim() || null,
  write: (form, answer) => (field(form).value = answer),
  mark: (data, answer) => Number(same(answer, data.accept)),
  pack: (answer, data) => encode(answer, data.most),
  unpack: decode,
  interaction: (data, answer) => ({ type: "fill-in", response: [answer], pattern: data.accept }),
  show() {},
};
