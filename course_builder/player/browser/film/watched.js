// Which parts of a film have been played. The film is cut in 96 slices; a slice is watched when its middle was
// played. So the state is small and bounded, a replay counts once, and a jump counts for nothing.

import { bits, sixes } from "./signs.js";

const SLICES = 96;
const ENOUGH = 0.9;

export function watched(length, packed) {
  const marks = bits(packed, SLICES);
  const slice = (time) => Math.max(0, Math.ceil((time * SLICES) / length - 0.5));
  return {
    play(from, to) {
      marks.fill(1, slice(from), slice(to));
    },
    /** Was the film played on from here? */
    after: (time) => marks[Math.min(slice(time), SLICES - 1)] === 1,
    share: () => marks.filter(Boolean).length / SLICES,
    enough: () => marks.filter(Boolean).length >= SLICES * ENOUGH,
    pack: () => sixes(marks),
  };
}
