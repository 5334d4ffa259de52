import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";

const PLAYER = "course_builder/player/browser";
const WEB = "course_builder/web/browser";
const NOT_FOR_LEARNERS = /@part (app|meeting)\b/;

function topLevel(folder, ending) {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => `${folder}/${name}`);
}

// Module scripts do not run from file://, so each page gets one classic script.
async function bundle(path) {
  const { outputFiles, metafile } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: "iife",
    target: path.endsWith(".js") && path.startsWith(PLAYER) ? "es2018" : "es2022",
    external: ["*.woff2", "*.svg"],
    legalComments: "eof",
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  return { bytes: outputFiles[0].contents, inputs: Object.keys(metafile.inputs) };
}

async function stylesheet(path) {
  const { bytes, inputs } = await bundle(path);
  const wrong = inputs.filter((input) => NOT_FOR_LEARNERS.test(readFileSync(input, "utf8")));
  if (wrong.length) throw new Error(`${path} takes in a part meant for the app or a meeting: ${wrong.join(", ")}`);
  return bytes;
}

export async function playerFiles() {
  const scripts = topLevel(`${PLAYER}/entries`, ".js").map(async (path) => [`player/${basename(path)}`, (await bundle(path)).bytes]);
  const sheets = topLevel(PLAYER, "player.css").map(async (path) => ["player/player.css", await stylesheet(path)]);
  return Promise.all([...scripts, ...sheets]);
}

/** The views of a running hour: never in a package for learners. */
export async function hourFiles() {
  const scripts = topLevel(`${PLAYER}/hour/entries`, ".js").map(async (path) => [`hour/${basename(path)}`, (await bundle(path)).bytes]);
  const sheets = topLevel(PLAYER, "hour.css").map(async (path) => [basename(path), (await bundle(path)).bytes]); // beside fonts/, which it names
  return Promise.all([...scripts, ...sheets]);
}

export async function webFiles() {
  const scripts = topLevel(WEB, ".js").map(async (path) => [`web/${basename(path)}`, (await bundle(path)).bytes]);
  const sheets = topLevel(WEB, ".css").map(async (path) => [basename(path), (await bundle(path)).bytes]); // beside fonts/, which it names
  const pictures = topLevel(WEB, ".svg").map((path) => [`web/${basename(path)}`, readFileSync(path)]);
  return Promise.all([...scripts, ...sheets, ...pictures]);
}
