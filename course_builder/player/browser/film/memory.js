// What is kept of a film, twenty signs: the step shown and whether it counts as seen (1), the position (3), what
// was watched (16). And once for all films, two signs: the version and the captions last chosen.

import { read, written } from "./signs.js";

const SEEN = 4;
const NO_CAPTIONS = 63;
const VERSIONS = ["film", "described", "signed"];

export const packed = ({ step, seen, position, marks }) => written(step + (seen ? SEEN : 0), 1) + written(position, 3) + marks;

export function unpacked(signs = "") {
  const flags = read(signs.slice(0, 1));
  return { step: flags % SEEN, seen: flags >= SEEN, position: read(signs.slice(1, 4)), marks: signs.slice(4) };
}

export const packedChoice = ({ version, captions }) =>
  written(VERSIONS.indexOf(version), 1) + written(captions < 0 ? NO_CAPTIONS : captions, 1);

export function unpackedChoice(signs = "") {
  const captions = read(signs.slice(1));
  return { version: VERSIONS[read(signs.slice(0, 1))] || "film", captions: captions === NO_CAPTIONS ? -1 : captions };
}
