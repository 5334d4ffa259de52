// The two keys of a presenter, and the buttons that turn pages: a text's or a scene's pages first, then the film, then the next step.

import { filled } from "../../dom.js";
import { backward, onward } from "../advance.js";
import { pagesOf } from "../face.js";

/** Whoever has the room's window may have the film there. */
const THERE = { copy: true };

/** -> {onward(), backward(), page(way)} */
export function presenter({ data, words, stage, now, command, say }) {
  /** A break is ended by somebody who means it. */
  const ready = () => stage() && !stage().calm;

  function press(asked) {
    for (const one of asked) {
      command(one);
      if (one.verb === "page") told();
    }
  }

  const told = () => say(filled(words.say_page, { n: stage().page + 1, all: pagesOf(stage(), data) }));

  return {
    onward: () => ready() && press(onward(stage(), data, now(), THERE)),
    backward: () => ready() && press(backward(stage(), data)),
    page(way) {
      const to = Math.min(Math.max(0, stage().page + way), pagesOf(stage(), data) - 1);
      if (to !== stage().page) press([{ verb: "page", to }]);
    },
  };
}
