import { decode, encode } from "../answer/pack.js";
import { notes } from "../answer/notes.js";

const field = (form) => form.querySelector("textarea");

export default {
  kind: "reflect",
  need: "write_first",
  verb: "ready",
  prepare: (form, data, host) => notes(field(form), data, host),
  read: (form) => field(form).value.trim() || null,
  write: (form, answer) => (field(form).value = answer),
  mark: () => null,
  /** Free text is for the writer alone, unless the author has chosen to store it and the learner is told. */
  pack: (answer, data) => (data.stored ? encode(answer, data.most) : undefined),
  unpack: decode,
  interaction: (data, answer) => (data.stored ? { type: "long-fill-in", response: [answer], pattern: [] } : null),
  show() {},
};
