// HTML from Word and the web made plain before it is read: what is not text goes, and what goes is counted.

import { inert, said } from "./styles.js";

const NOT_TEXT = "style, script, meta, link, title, xml, noscript, template, object, embed, iframe, form, button, input, select, textarea, [data-style*='mso-element:comment' i]";
const NO_COLOUR = /^(auto|windowtext|inherit|initial|transparent|black|white|#0{3,6}|#f{3,6}|rgb\(0, ?0, ?0\)|rgb\(255, ?255, ?255\)|rgba\(0, ?0, ?0, ?0\))$/i;

function withoutComments(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const one of found) one.remove();
}

function counted(root) {
  const dropped = new Map();
  const drop = (name, number = 1) => number && dropped.set(name, (dropped.get(name) ?? 0) + number);
  drop("pictures", root.querySelectorAll("img, svg, canvas, picture, video, audio").length);
  for (const one of root.querySelectorAll("[data-style], font, u, s, strike, del")) {
    const colours = ["color", "background-color", "background", "mso-highlight"].map((name) => said(one, name)).filter(Boolean);
    if (one.hasAttribute("color") || colours.some((colour) => !NO_COLOUR.test(colour))) drop("colours");
    if (one.hasAttribute("face") || said(one, "font-family")) drop("fonts");
    if (one.matches("u, s, strike, del") || /underline|line-through/.test(said(one, "text-decoration"))) drop("lines");
  }
  drop("forms", root.querySelectorAll("input, select, textarea, button").length);
  return dropped;
}

/** The body of a document that runs nothing and fetches nothing, and what of it is not taken along. */
export function tidy(html) {
  const root = new DOMParser().parseFromString(inert(html), "text/html").body;
  withoutComments(root);
  const dropped = counted(root);
  for (const one of root.querySelectorAll(NOT_TEXT)) one.remove();
  for (const one of root.querySelectorAll("img, svg, canvas, video, audio")) one.remove();
  for (const one of root.querySelectorAll("[data-style*='mso-list:Ignore' i]")) one.replaceWith(one.ownerDocument.createTextNode(`\u0001${one.textContent.trim()}\u0001`));
  return { root, dropped };
}
