import { readFileSync, statSync } from "node:fs";
import { filesUnder } from "./files.mjs";

const LUCIDE = "node_modules/lucide-static/icons";
const CALL = /\bicon\(\s*["']([a-z0-9-]+)["']/g;
const TABLE = /ICONS?\b[^=\n]*=\s*(?:[{([][^})\]]*[})\]]|["'][a-z0-9-]+["'])/g;
const QUOTED = /["']([a-z0-9-]+)["']/g;

const isIcon = (name) => Boolean(statSync(`${LUCIDE}/${name}.svg`, { throwIfNoEntry: false }));
const names = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

function called(path, text) {
  const found = names(text, CALL);
  const unknown = found.filter((name) => !isIcon(name));
  if (unknown.length) throw new Error(`${path}: lucide has no icon called ${unknown.join(", ")}`);
  return found;
}

// Used is: icon("name") anywhere, and every icon's name in a table called ICON or ICONS.
function used() {
  const sources = [...filesUnder("templates", /\.(html|txt|svg)$/), ...filesUnder("course_builder", /\.(py|js)$/)];
  return sources
    .filter((path) => !path.includes("/_built/") && !path.includes("/_shipped/"))
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const tables = [...text.matchAll(TABLE)].flatMap((table) => names(table[0], QUOTED)).filter(isIcon);
      return [...called(path, text), ...tables];
    });
}

function bare(name) {
  const inside = readFileSync(`${LUCIDE}/${name}.svg`, "utf8").replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "");
  return `<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${inside.trim().replace(/\s*\n\s*/g, "").replaceAll(" />", "/>")}</svg>`;
}

export function iconFiles() {
  return [...new Set(used())].sort().map((name) => [`icons/${name}.svg`, Buffer.from(bare(name))]);
}
