import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const CACHE = "node_modules/.cache/course-builder-fonts";
const ATKINSON = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const HEDVIG = "@fontsource-variable/hedvig-letters-serif/files/hedvig-letters-serif";
const between = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const LATIN_1 = between(0x20, 0x7e) + between(0xa0, 0xff) + "–—‘’“”„…•€−→←✓§";
const EXTENDED_A = between(0x100, 0x17f); // the letters of Sami, Polish, Turkish names

// npm has the two ranges as two files; the second is fetched only when a letter in it is shown.
const FONTS = [
  ["atkinson-next", `${ATKINSON}-latin-wght-normal`, LATIN_1],
  ["atkinson-next-ext", `${ATKINSON}-latin-ext-wght-normal`, EXTENDED_A],
  ["atkinson-next-italic", `${ATKINSON}-latin-wght-italic`, LATIN_1],
  ["hedvig-serif", `${HEDVIG}-latin-opsz-normal`, LATIN_1],
  ["hedvig-serif-ext", `${HEDVIG}-latin-ext-opsz-normal`, EXTENDED_A],
];

async function subset(source, letters) {
  const bytes = readFileSync(`node_modules/${source}.woff2`);
  const kept = `${CACHE}/${createHash("sha256").update(bytes).update(letters).digest("hex")}.woff2`;
  try {
    return readFileSync(kept);
  } catch {
    const { default: subsetFont } = await import("subset-font"); // 0.3 s to load, rarely needed
    const small = await subsetFont(bytes, letters, { targetFormat: "woff2" });
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(kept, small);
    return small;
  }
}

export function fontFiles() {
  return Promise.all(FONTS.map(async ([name, source, letters]) => [`fonts/${name}.woff2`, await subset(source, letters)]));
}
