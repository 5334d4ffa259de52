// A small button.

import { button } from "../../dom.js";

export const press = (words, fn, kind = "") => button(`sm ${kind}`.trim(), words, fn);
