// Names are offered where they can stand: provisions, articles, values of the region, files, shared sets, other lessons.

import { autocompletion } from "@codemirror/autocomplete";
import { BLOCKS, fenceAt } from "./language.js";

const STALE = 60_000;
const MOST = 7; // at a time: a list that does not scroll asks for no focus of its own

/** The names of the draft, fetched when they are first needed and again after a while. */
export function known(address) {
  let names = null;
  let since = 0;
  return async () => {
    if (names && Date.now() - since < STALE) return names;
    try {
      const answer = await fetch(`${address}/names`, { headers: { Accept: "application/json" } });
      if (answer.ok) [names, since] = [await answer.json(), Date.now()];
    } catch {
      // Without the server nothing is offered; what is written stays as it is.
    }
    return names;
  };
}

const info = (text) => (text ? () => Object.assign(document.createElement("p"), { textContent: text }) : undefined);

/** Found by what a person calls it as well as by its name. */
const option = (apply) => ([name, says, more]) => ({ label: `${says} ${name}`, displayLabel: says || name, detail: says ? name : "", info: info(more), apply: apply(name) });

/** Sets the name in, and the sign that ends it unless it stands there. */
const ended = (sign) => (name) => (view, _, from, to) => {
  const has = view.state.sliceDoc(to, to + 1) === sign;
  const insert = name + (has ? "" : sign);
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length + (has ? 1 : 0) }, userEvent: "input.complete" });
};
const bare = (name) => name;

const isPicture = ([, kind]) => kind === "picture";
const WORD = "[^\\s()\\[\\]{}]*";

/** In running text: what stands before the cursor, which names, how they are set in. */
const INLINE = [
  { before: new RegExp(`\\(law:(${WORD})$`), of: (names) => names.law, set: ended(")") },
  { before: new RegExp(`\\(crc:(${WORD})$`), of: (names) => names.crc, set: ended(")") },
  { before: new RegExp(`!\\[[^\\]]*\\]\\((${WORD})$`), of: (names) => names.media.filter(isPicture).map(([path]) => [path, "", ""]), set: ended(")") },
  { before: new RegExp(`\\{region\\.(${WORD})$`), of: (names) => names.region.map(([name, value]) => [name, value, ""]), set: ended("}") },
  { before: /\]\((?!law:|crc:|http|mailto)([^\s()]*)$/, of: (names) => names.lessons, set: ended(")") },
];
const IN_BLOCK = [
  { before: /^\s*use:\s*([\w-]*)$/, of: (names, kind) => names[kind] ?? [], set: bare },
  { before: /^\s*(?:- )?(?:file|poster|picture|transcript|sv|en):\s*([^\s]*)$/, of: (names) => names.media.map(([path]) => [path, "", ""]), set: bare },
];

const isYaml = (path) => !path.endsWith(".md");

function offered(names, path) {
  return async (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const kind = isYaml(path) ? "" : fenceAt(context.state, context.pos);
    const places = kind === null ? INLINE : [...INLINE, ...IN_BLOCK];
    const place = places.find((one) => one.before.test(before));
    const there = place && (await names());
    if (!there) return null;
    const typed = place.before.exec(before)[1];
    return { from: context.pos - typed.length, options: place.of(there, kind).map(option(place.set)), validFor: /^[^\s()[\]{}]*$/ };
  };
}

/** After ``` at the start of a line: which blocks there are. */
function blocks(words) {
  return (context) => {
    const found = context.matchBefore(/^```\w*$/);
    return found && { from: found.from + 3, options: BLOCKS.map((kind) => ({ label: kind, detail: words.kinds[kind] })) };
  };
}

export function completion(address, path, words) {
  const names = known(address);
  const sources = [offered(names, path), ...(isYaml(path) ? [] : [blocks(words)])];
  return autocompletion({ override: sources, icons: false, activateOnTyping: true, maxRenderedOptions: MOST });
}
