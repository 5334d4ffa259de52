// Pasting from Word and the web: what a lesson can have comes along, the rest is named in one sentence. One step to undo.

import { isolateHistory } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { markdown } from "./paste/markdown.js";
import { personnummer } from "./paste/personal.js";
import { tidy } from "./paste/tidy.js";
import { fenceAt } from "./text/language.js";

const SHAPED = /<(h[1-6]|ul|ol|li|table|a |b|strong|i|em|blockquote|img|p|div|br)\b/i;
const HEAD = /^---\n[^]*?\n---\s*$/;
const LONGEST = 2_000_000;

/** What the clipboard holds as our Markdown, and what was left behind; null when plain text says it all. */
export function converted(html, first) {
  if (!html || html.length > LONGEST || !SHAPED.test(html)) return null;
  const { root, dropped } = tidy(html);
  return { text: markdown(root, first), dropped };
}

function sentence(dropped, files, words) {
  const pictures = (dropped.get("pictures") ?? 0) + files;
  const named = ["colours", "fonts", "lines", "forms"].filter((name) => dropped.has(name)).map((name) => words.dropped[name]);
  const list = [...(pictures ? [words.dropped.pictures] : []), ...named];
  if (!list.length) return words.pasted;
  return [words.pasted_without.replace("{what}", list.join(", ")), pictures ? words.pictures : ""].filter(Boolean).join(" ");
}

function warn(view, from, text, say, words) {
  const found = personnummer(text);
  const go = () => {
    view.dispatch({ selection: { anchor: from + found[0], head: from + found[1] }, scrollIntoView: true });
    view.focus();
  };
  if (found) say(words.personnummer, words.personnummer_show, go);
  return found !== null;
}

/** `say(text, button, act)` tells the writer; plain text (Ctrl+Shift+V) is pasted as it is. */
export function pasting(words, say) {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData;
      if (!data || view.state.readOnly) return false;
      const { from, to } = view.state.selection.main;
      const before = view.state.sliceDoc(0, from).trim();
      const made = fenceAt(view.state, from) === null && converted(data.getData("text/html"), !before || HEAD.test(before));
      if (!made?.text && data.files.length) {
        event.preventDefault();
        say(words.pictures);
        return true;
      }
      if (!made?.text) {
        warn(view, from, data.getData("text/plain"), say, words);
        return false;
      }
      event.preventDefault();
      const inText = made.text.includes("\n") && before && !/\n\n$/.test(view.state.sliceDoc(0, from));
      const insert = (inText ? "\n\n" : "") + made.text;
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, annotations: isolateHistory.of("full"), userEvent: "input.paste", scrollIntoView: true });
      if (!warn(view, from, insert, say, words)) say(sentence(made.dropped, data.files.length, words));
      return true;
    },
  });
}
