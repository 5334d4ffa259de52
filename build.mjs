// `npm run build`: everything a browser or a portal gets, made from sources and npm packages into course_builder/_built.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { hourFiles, playerFiles, webFiles } from "./scripts/assets/bundles.mjs";
import { filesUnder } from "./scripts/assets/files.mjs";
import { fontFiles } from "./scripts/assets/fonts.mjs";
import { iconFiles } from "./scripts/assets/icons.mjs";
import { licenceFile, portalFiles, xsdFiles } from "./scripts/assets/packages.mjs";

process.chdir(dirname(fileURLToPath(import.meta.url)));
const OUT = "course_builder/_built";
const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");

// Templates and Python are read too: they say which icons are used.
function sources() {
  const own = ["course_builder", "templates", "scripts/assets"].flatMap((folder) => filesUnder(folder, /\.(js|mjs|css|py|html|svg)$/));
  return [...own.filter((path) => !path.startsWith(OUT)), "build.mjs", "package-lock.json"].sort();
}

function readManifest() {
  try {
    return JSON.parse(readFileSync(join(OUT, "manifest.json"), "utf8"));
  } catch {
    return { inputs: "", files: {} };
  }
}

function isWhole(files) {
  return Object.entries(files).every(([path, wanted]) => statSync(join(OUT, path), { throwIfNoEntry: false })?.size === wanted.size);
}

function write(path, bytes) {
  const target = join(OUT, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}.part`, bytes);
  renameSync(`${target}.${process.pid}.part`, target);
}

function sweep(files) {
  const made = filesUnder(OUT, /./).map((path) => path.slice(OUT.length + 1));
  for (const path of made) if (!files.has(path) && path !== "manifest.json" && !path.endsWith(".part")) rmSync(join(OUT, path));
}

function sayPlayerSizes(files) {
  const size = (path) => gzipSync(files.get(path)).length / 1000;
  const css = files.has("player/player.css") ? size("player/player.css") : 0;
  for (const path of files.keys()) {
    if (/^player\/.*\.js$/.test(path)) console.log(`${path} + css: ${(size(path) + css).toFixed(1)} kB gzip`);
  }
}

const inputs = sha(sources().map((path) => `${path}\0${sha(readFileSync(path))}`).join("\n"));
const before = readManifest();
if (before.inputs === inputs && isWhole(before.files)) process.exit(0);

const started = performance.now();
const parts = await Promise.all([playerFiles(), hourFiles(), webFiles(), fontFiles(), xsdFiles(), portalFiles(), iconFiles(), licenceFile()]);
const files = new Map(parts.flat().sort(([a], [b]) => (a < b ? -1 : 1)));
for (const [path, bytes] of files) if (before.files[path]?.sha256 !== sha(bytes) || !isWhole({ [path]: before.files[path] })) write(path, bytes);
sweep(files);
const listed = [...files].map(([path, bytes]) => [path, { sha256: sha(bytes), size: bytes.length }]);
write("manifest.json", JSON.stringify({ inputs, files: Object.fromEntries(listed) }, null, 1) + "\n");
sayPlayerSizes(files);
console.log(`${files.size} files in ${OUT}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
