// A block can be written as a form: a button beside its first line, and Ctrl+Enter where the cursor stands.

import { Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, keymap } from "@codemirror/view";

const listed = StateEffect.define();

class Opens extends WidgetType {
  constructor(block, words, open) {
    super();
    Object.assign(this, { block, words, open });
  }

  eq(other) {
    return other.block.index === this.block.index && other.block.kind === this.block.kind;
  }

  toDOM() {
    const name = `${this.words.form}: ${this.words.kinds[this.block.kind]}`;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "cm-opens", textContent: this.words.form, ariaLabel: name, tabIndex: -1 });
    button.addEventListener("click", () => this.open(this.block));
    return button;
  }

  ignoreEvent() {
    return true;
  }
}

/** `blocks` are the server's: index, kind, first and last line. */
export const list = (view, blocks) => view.dispatch({ effects: listed.of(blocks) });

export function opening(words, open) {
  const field = StateField.define({
    create: () => ({ marks: Decoration.none, blocks: [] }),
    update({ marks, blocks }, transaction) {
      const told = transaction.effects.find((effect) => effect.is(listed));
      if (!told) return { marks: marks.map(transaction.changes), blocks: transaction.docChanged ? [] : blocks };
      const { doc } = transaction.state;
      const there = told.value.filter((block) => block.first <= doc.lines && doc.line(block.first).text.trim() === "```" + block.kind);
      const ranges = there.map((block) => Decoration.widget({ widget: new Opens(block, words, open), side: 1 }).range(doc.line(block.first).to));
      return { marks: Decoration.set(ranges), blocks: there };
    },
    provide: (own) => EditorView.decorations.from(own, ({ marks }) => marks),
  });
  const here = (view) => {
    const { number } = view.state.doc.lineAt(view.state.selection.main.head);
    const block = view.state.field(field).blocks.find((one) => one.first <= number && number <= one.last);
    if (block) open(block);
    return Boolean(block);
  };
  return [field, Prec.high(keymap.of([{ key: "Mod-Enter", run: here }]))];
}
