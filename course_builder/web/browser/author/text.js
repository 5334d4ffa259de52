// The text of a lesson: CodeMirror over the server's own text area, which stays for whoever has no script.
// In a shadow tree, where its style sheets are allowed by the page's strict content policy.

import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, dropCursor, highlightActiveLine, highlightSpecialChars, keymap } from "@codemirror/view";
import { pasting } from "./paste.js";
import { head, isFolded, reveal } from "./text/head.js";
import { language } from "./text/language.js";
import { look } from "./text/look.js";
import { completion } from "./text/names.js";
import { list, opening } from "./text/opening.js";
import { gutter, show } from "./text/problems.js";
import { telling } from "./text/telling.js";
import { actions, toolbar } from "./text/toolbar.js";

const FROM_ELSEWHERE = Annotation.define();

const shortcuts = (known) =>
  Prec.high(
    keymap.of([
      { key: "Mod-b", run: () => Boolean(known().bold()) || true, preventDefault: true },
      { key: "Mod-i", run: () => Boolean(known().italic()) || true, preventDefault: true },
      { key: "Mod-k", run: () => Boolean(known().link()) || true, preventDefault: true },
    ]),
  );

/**
 * `host` is `[data-editor=text]` with a text area, and around it what its script needs: `.text-tools`, `.text-said`,
 * `.text-state`, and the words in `#text-words`. `changed(text)` hears of every change that is made here, `at(line)` where
 * the cursor stands, `open(block)` that somebody wants a block as a form.
 */
export function mountText(host, { address, changed, at, open }) {
  const area = host.querySelector("textarea");
  const words = JSON.parse(document.getElementById("text-words").textContent);
  const path = host.dataset.path;
  const say = telling(host.querySelector(".text-said"));
  const isLesson = path.endsWith(".md");
  const waits = new Compartment();
  let known = {};

  const place = area.insertAdjacentElement("afterend", Object.assign(document.createElement("div"), { className: "text-place" }));
  const root = place.attachShadow({ mode: "open" });
  const heard = EditorView.updateListener.of((update) => {
    if (update.docChanged && !update.transactions.some((one) => one.annotation(FROM_ELSEWHERE))) {
      area.value = update.state.doc.toString();
      changed(area.value);
    }
    if (update.docChanged || update.selectionSet) at(update.state.doc.lineAt(update.state.selection.main.head).number);
  });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value.replace(/\r\n?/g, "\n"),
      extensions: [
        EditorState.phrases.of(words.phrases),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": words.label, "aria-describedby": "keys", tabindex: "0", spellcheck: String(isLesson), lang: host.dataset.lang || "sv" }),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        dropCursor(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        shortcuts(() => known),
        keymap.of([...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...defaultKeymap]),
        language(path),
        completion(address, path, words),
        ...gutter,
        ...(isLesson ? [pasting(words, say), head(words), opening(words, open)] : []),
        waits.of([]),
        look,
        heard,
      ],
    }),
  });
  root.append(Object.assign(document.createElement("p"), { id: "keys", hidden: true, textContent: words.keys }));
  area.hidden = true;
  for (const label of host.querySelectorAll(`label[for="${area.id}"]`)) label.hidden = true;
  const bar = host.querySelector(".text-tools");
  known = bar && isLesson ? toolbar(bar, view, words, host) : actions(view, words, host);

  return {
    view,
    path,
    get text() {
      return view.state.doc.toString();
    },
    /** A text that came from the server or from a copy: only what differs is changed, so the cursor stays. */
    replace(words) {
      const text = words.replace(/\r\n?/g, "\n");
      const [from, to, insert] = difference(view.state.doc.toString(), text);
      if (from !== to || insert) view.dispatch({ changes: { from, to, insert }, annotations: FROM_ELSEWHERE.of(true) });
      area.value = text;
    },
    words,
    problems(found) {
      const own = found.filter((problem) => problem.file === path);
      if (isLesson && own.some(({ line }) => isFolded(view.state, view.state.doc.line(Math.min(line, view.state.doc.lines)).to))) reveal(view);
      show(view, own, words.severity);
    },
    blocks: (found) => isLesson && list(view, found),
    undo: () => undo(view),
    redo: () => redo(view),
    /** While a form writes the same file. */
    wait: (still) => view.dispatch({ effects: waits.reconfigure(still ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : []) }),
    state(sentences) {
      const said = host.querySelector(".text-state");
      if (said) said.textContent = sentences.join(" ");
    },
    goTo(line) {
      const found = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: found.from }, effects: EditorView.scrollIntoView(found.from, { y: "center" }) });
      view.focus();
    },
  };
}

/** The one stretch in which two texts differ. */
function difference(old, text) {
  let first = 0;
  const least = Math.min(old.length, text.length);
  while (first < least && old[first] === text[first]) first += 1;
  let last = 0;
  while (last < least - first && old.at(-1 - last) === text.at(-1 - last)) last += 1;
  return [first, old.length - last, text.slice(first, text.length - last)];
}
