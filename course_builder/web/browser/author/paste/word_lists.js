// Word writes a list as paragraphs with a sign before each; here they become lists again.

import { style } from "./styles.js";

const LEVEL = /mso-list:[^;"']*level(\d)/i;
const SIGN = /^\s*\u0001([^\u0001]*)\u0001\s*/;
const COUNTED = /^(\d+|[a-z]|[ivx]+)[.)]$/i;

const levelOf = (paragraph) => Number(LEVEL.exec(style(paragraph))?.[1] ?? 0);

function withoutSign(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const found = SIGN.exec(walker.currentNode.data);
    if (found) {
      walker.currentNode.data = walker.currentNode.data.slice(found[0].length);
      return found[1];
    }
  }
  return "";
}

function item(paragraph) {
  const made = paragraph.ownerDocument.createElement("li");
  made.append(...paragraph.childNodes);
  return made;
}

/** Runs of such paragraphs, each put where its level says. */
export function lists(root) {
  let open = []; // the lists that are open, outermost first
  let before = null;
  for (const paragraph of [...root.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div")]) {
    const level = paragraph.tagName === "P" ? levelOf(paragraph) : 0;
    if (!level) continue;
    if (!before || before.nextElementSibling !== paragraph) open = [];
    const kind = COUNTED.test(withoutSign(paragraph)) ? "ol" : "ul";
    open = open.slice(0, level);
    while (open.length < level) {
      const list = root.ownerDocument.createElement(kind);
      const above = open.at(-1);
      if (above) (above.lastElementChild ?? above.appendChild(root.ownerDocument.createElement("li"))).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    open.at(-1).append(item(paragraph));
    before = open[0];
    paragraph.remove();
  }
}
