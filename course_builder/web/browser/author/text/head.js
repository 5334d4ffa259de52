// The head of a lesson is for the machine: it is folded into one line until somebody wants to see it.

import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";

const HEAD = /^---[ \t]*\n[^]*?\n---[ \t]*(?=\n|$)/;
const shown = StateEffect.define();

class Folded extends WidgetType {
  constructor(words) {
    super();
    this.words = words;
  }

  eq(other) {
    return other.words === this.words;
  }

  toDOM(view) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "cm-head", textContent: this.words.head, title: this.words.head_show, tabIndex: -1 });
    button.addEventListener("click", () => {
      reveal(view);
      view.focus();
    });
    return button;
  }

  ignoreEvent() {
    return true;
  }
}

const length = (state) => HEAD.exec(state.sliceDoc(0, 4000))?.[0].length ?? 0;

const folded = StateField.define({
  create: () => true,
  update: (value, transaction) => (transaction.effects.some((effect) => effect.is(shown)) ? false : value),
});

const away = (state) => (state.field(folded) ? length(state) : 0);

export const reveal = (view) => view.dispatch({ effects: shown.of(null) });
export const isFolded = (state, place) => place <= away(state);

export function head(words) {
  const widget = new Folded(words);
  const looks = (state) => (away(state) ? Decoration.set(Decoration.replace({ widget, block: true }).range(0, away(state))) : Decoration.none);
  const decorations = StateField.define({
    create: looks,
    update: (value, transaction) => (transaction.docChanged || transaction.effects.some((effect) => effect.is(shown)) ? looks(transaction.state) : value),
    provide: (field) => EditorView.decorations.from(field),
  });
  // The cursor stays below it, and what is selected begins there.
  const below = EditorState.transactionFilter.of((transaction) => {
    const end = transaction.selection && transaction.startState.field(folded, false) ? length(transaction.state) : 0;
    const { anchor, head: at } = transaction.newSelection.main;
    const least = Math.min(end + 1, transaction.newDoc.length);
    return end && Math.min(anchor, at) < least ? [transaction, { selection: { anchor: Math.max(anchor, least), head: Math.max(at, least) }, sequential: true }] : transaction;
  });
  return [folded, decorations, below];
}
