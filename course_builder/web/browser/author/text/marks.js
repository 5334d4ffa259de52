// What the toolbar and the keys do to the text: marks around words, signs before lines, links and blocks set in.

import { startCompletion } from "@codemirror/autocomplete";
import { EditorSelection } from "@codemirror/state";

const EVENT = "input.format";

/** `**` around what is selected, or away from it. */
export function around(view, mark, sample) {
  const { state } = view;
  const size = mark.length;
  view.dispatch(
    state.changeByRange((range) => {
      const before = state.sliceDoc(range.from - size, range.from);
      const after = state.sliceDoc(range.to, range.to + size);
      if (before === mark && after === mark) {
        const changes = [{ from: range.from - size, to: range.from }, { from: range.to, to: range.to + size }];
        return { changes, range: EditorSelection.range(range.from - size, range.to - size) };
      }
      const words = state.sliceDoc(range.from, range.to) || sample;
      const made = { from: range.from, to: range.to, insert: mark + words + mark };
      return { changes: made, range: EditorSelection.range(range.from + size, range.from + size + words.length) };
    }),
    { userEvent: EVENT, scrollIntoView: true },
  );
  view.focus();
}

function lines(state) {
  const { from, to } = state.selection.main;
  const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
  return Array.from({ length: last - first + 1 }, (_, place) => state.doc.line(first + place));
}

const LEAD = /^(#{1,6} +|[-*+] +|\d+[.)] +|> ?)/;

/** A sign before each line that is selected; pressed again it goes. `sign(number)` counts from 1. */
export function before(view, sign) {
  const { state } = view;
  const chosen = lines(state).filter((line, _, all) => line.text.trim() || all.length === 1);
  const has = chosen.every((line, place) => line.text.startsWith(sign(place + 1)));
  const changes = chosen.map((line, place) => ({ from: line.from, to: line.from + (LEAD.exec(line.text)?.[0].length ?? 0), insert: has ? "" : sign(place + 1) }));
  view.dispatch({ changes, userEvent: EVENT, scrollIntoView: true });
  view.focus();
}

/** A link around what is selected. With `scheme` the names that are there are offered at once. */
export function link(view, scheme, sample) {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to).replace(/\s+/g, " ").trim() || sample;
  const insert = `[${words}](${scheme})`;
  const at = from + insert.length - 1;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: at }, userEvent: EVENT, scrollIntoView: true });
  view.focus();
  if (scheme) startCompletion(view);
}

export function picture(view, path, alt) {
  const { from, to } = view.state.selection.main;
  const insert = path ? `![${alt}](${path})` : "![](media/)";
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length - 1 }, userEvent: EVENT, scrollIntoView: true });
  view.focus();
  if (!path) startCompletion(view);
}

export function insert(view, text) {
  const { from, to } = view.state.selection.main;
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: EVENT, scrollIntoView: true });
  view.focus();
}

/** On lines of its own after the one where the cursor is; `^` in the text is where the cursor goes. */
export function block(view, text, offers) {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.to);
  const lead = line.text.trim() ? "\n\n" : "\n";
  const next = line.number < state.doc.lines ? state.doc.line(line.number + 1).text.trim() : "";
  const place = text.indexOf("^");
  const insert = `${lead}${text.replace("^", "")}\n${next ? "\n" : ""}`;
  const at = line.to + lead.length + (place < 0 ? insert.length - lead.length : place);
  view.dispatch({ changes: { from: line.to, insert }, selection: { anchor: at }, userEvent: EVENT, scrollIntoView: true });
  view.focus();
  if (offers) startCompletion(view);
}
