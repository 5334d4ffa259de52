// Packs and unpacks the answers on standard input; tests/player/test_packing.py holds them against the questions.

import { readFileSync } from "node:fs";
import { kinds } from "../../course_builder/player/browser/questions/index.js";

const rows = JSON.parse(readFileSync(0, "utf8"));
const packed = rows.map(({ data, answer }) => {
  const kind = kinds[data.kind];
  const signs = kind.pack(answer, data);
  const back = signs === undefined ? null : kind.unpack(signs, data);
  return { signs: signs ?? null, back, told: kind.interaction(data, answer) };
});
console.log(JSON.stringify(packed));
