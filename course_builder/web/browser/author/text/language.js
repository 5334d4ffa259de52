// Markdown as our lessons have it: YAML in the head and in our own fences. Without raw HTML, which a lesson cannot hold.

import { commonmarkLanguage, deleteMarkupBackward, insertNewlineContinueMarkup } from "@codemirror/lang-markdown";
import { yamlFrontmatter, yamlLanguage } from "@codemirror/lang-yaml";
import { HighlightStyle, Language, LanguageSupport, defineLanguageFacet, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { Table, parseCode } from "@lezer/markdown";

export const BLOCKS = ["film", "quiz", "question", "reflect", "case", "checklist", "timeline", "download", "local"];

const inFence = (info) => (BLOCKS.includes(info.trim()) ? yamlLanguage.parser : null);
const parser = commonmarkLanguage.parser.configure([Table, parseCode({ codeParser: inFence }), { remove: ["HTMLBlock", "HTMLTag", "SetextHeading"] }]);
const data = defineLanguageFacet({ closeBrackets: { brackets: ["(", "[", "{", '"'] } });
const markdown = new LanguageSupport(new Language(data, parser, [], "markdown"));

const looks = HighlightStyle.define([
  { tag: tags.heading1, class: "tok-title" },
  { tag: [tags.heading2, tags.heading3, tags.heading4], class: "tok-heading" },
  { tag: tags.strong, class: "tok-strong" },
  { tag: tags.emphasis, class: "tok-emphasis" },
  { tag: [tags.link, tags.url], class: "tok-link" },
  { tag: [tags.monospace, tags.string], class: "tok-string" },
  { tag: tags.quote, class: "tok-quote" },
  { tag: [tags.processingInstruction, tags.meta, tags.contentSeparator], class: "tok-mark" },
  { tag: [tags.definition(tags.propertyName), tags.propertyName, tags.labelName], class: "tok-key" },
  { tag: [tags.comment, tags.lineComment], class: "tok-comment" },
  { tag: [tags.number, tags.bool, tags.keyword, tags.atom], class: "tok-value" },
]);

const keys = keymap.of([
  { key: "Enter", run: insertNewlineContinueMarkup },
  { key: "Backspace", run: deleteMarkupBackward },
]);

export function language(path) {
  const spoken = path.endsWith(".md") ? [yamlFrontmatter({ content: markdown }), Prec.high(keys)] : new LanguageSupport(yamlLanguage);
  return [spoken, syntaxHighlighting(looks)];
}

/** The kind of the fenced block that a place stands in, empty for code; null in running text. */
export function fenceAt(state, place) {
  for (let node = syntaxTree(state).resolveInner(place, -1); node; node = node.parent) {
    if (node.name === "FencedCode") return state.doc.lineAt(node.from).text.replace(/^\W+/, "").trim();
  }
  return null;
}
