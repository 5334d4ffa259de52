// Tidy HTML as the Markdown of our lessons: headings, paragraphs, lists, tables, quotes, links, bold and italic, notes.

import { said } from "./styles.js";
import { lists } from "./word_lists.js";

const INDENT = "    ";
const BLOCKS = "p, div, section, article, main, header, footer, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, hr, dl, figure";
const FOOTNOTE = /^#_?(?:ftn|edn|fn)(\w+)$/;
const ADDRESS = /^(https?:\/\/\S+|mailto:\S+@\S+)$/i;
const TOP = 2;
const DEEPEST = 4;

/** Signs that would mean something in Markdown, as what they are. */
function escaped(text) {
  return text
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff\u0001]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\\`*]/g, "\\$&")
    .replace(/(^|[\s(])_(?=\S)|(\S)_(?=[\s).,]|$)/g, (_, first, last) => `${first ?? last}\\_`)
    .replace(/\]\(/g, "]\\(")
    .replace(/<(?=[a-z/!])/gi, "\\<");
}

const lineStart = (text) => text.replace(/^(#{1,6}|[-+>]|\/{3,}|~{3,}|\d+[.)])(?=\s|$)/gm, (sign) => (/^\d/.test(sign) ? sign.replace(/[.)]/, "\\$&") : `\\${sign}`));

function isStrong(node) {
  const weight = said(node, "font-weight");
  if (weight) return weight === "bold" || Number(weight) >= 600;
  return node.matches("b, strong");
}

function isEmphasis(node) {
  const slant = said(node, "font-style");
  return slant ? slant === "italic" : node.matches("i, em");
}

/** Marks stand close to their words: ` **word** `, never `** word **`. */
function wrapped(text, mark) {
  const [, lead, words, tail] = /^(\s*)([^]*?)(\s*)$/.exec(text);
  return words ? `${lead}${mark}${words}${mark}${tail}` : text;
}

function linked(node, text) {
  const href = node.getAttribute("href") ?? "";
  const note = FOOTNOTE.exec(href);
  if (note) return `[^${note[1]}]`;
  const words = text.trim().replace(/[[\]]/g, "\\$&");
  if (!words || !ADDRESS.test(href)) return text;
  return `[${words}](${href.replace(/\(/g, "%28").replace(/\)/g, "%29")})`;
}

function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.matches("br")) return "\n";
  if (node.matches("code, tt, kbd")) return node.textContent.trim() ? `\`${node.textContent.replace(/`/g, "").trim()}\`` : "";
  const text = [...node.childNodes].map(inline).join("");
  if (node.matches("a")) return linked(node, text);
  const strong = isStrong(node) && !node.closest("h1, h2, h3, h4, h5, h6, th") ? wrapped(text, "**") : text;
  return isEmphasis(node) ? wrapped(strong, "*") : strong;
}

/** A paragraph's text: one line, or lines that a break keeps apart. */
function running(nodes) {
  const rows = nodes.map(inline).join("").replace(/\*\*\*\*|(?<![*\\])\*\*(\s+)\*\*(?!\*)/g, "$1").split("\n");
  const kept = rows.map((row) => row.replace(/ +/g, " ").trim());
  return lineStart(kept.filter((row, place) => row || (place && place < kept.length - 1)).join("  \n").replace(/( {2}\n)+/g, "  \n")).trim();
}

function heading(node, top) {
  const level = Math.min(DEEPEST, Number(node.tagName[1]) - top.level + top.shown);
  const text = running([...node.childNodes]).replace(/\s*\n/g, " ");
  return text && `${"#".repeat(level)} ${text}`;
}

function listed(node, top) {
  let number = 0;
  const rows = [];
  for (const child of node.children) {
    if (child.matches("ul, ol")) rows.push(indented(listed(child, top))); // some editors put lists between the points
    else {
      number += 1;
      const text = blocks([...child.childNodes], top).join("\n\n").replace(/\n\n(?=[-\d])/g, "\n");
      rows.push(`${node.matches("ol") ? `${number}.` : "-"} ${indented(text).trimStart()}`);
    }
  }
  return rows.filter((row) => row.trim() !== "-").join("\n");
}

const indented = (text) => text.replace(/^(?=.)/gm, INDENT);

function cell(node) {
  const text = blocks([...node.childNodes], { level: 1, shown: DEEPEST }).join(" ").replace(/\s*\n\s*/g, " ").replace(/^#+ /, "");
  return [text.replace(/\|/g, "\\|"), ...Array(Math.max(0, Math.min(node.colSpan, 20) - 1)).fill("")];
}

function table(node, top) {
  const rows = [...node.rows].map((row) => [...row.cells].flatMap(cell));
  const wide = Math.max(0, ...rows.map((row) => row.length));
  if (wide <= 1) return [...node.rows].flatMap((row) => [...row.cells].flatMap((one) => blocks([...one.childNodes], top))).join("\n\n");
  const row = (cells) => `| ${[...cells, ...Array(wide - cells.length).fill("")].join(" | ")} |`;
  const [first, ...rest] = rows;
  return [row(first), row(Array(wide).fill("---")), ...rest.map(row)].join("\n");
}

/** Word's notes at the end: `[^1]: ...`. */
function note(node) {
  const back = node.querySelector("a[href*='ref']");
  const name = /(?:ftn|edn|fn)ref(\w+)$/.exec(back?.getAttribute("href") ?? "");
  if (!name) return null;
  back.remove();
  return `[^${name[1]}]: ${running([...node.childNodes])}`;
}

function block(node, top) {
  if (node.matches("[id^=ftn], [id^=edn]")) return note(node);
  if (/^H[1-6]$/.test(node.tagName)) return heading(node, top);
  if (node.matches("ul, ol")) return listed(node, top);
  if (node.matches("table")) return table(node, top);
  if (node.matches("hr")) return "---";
  if (node.matches("pre")) return `\`\`\`\n${node.textContent.replace(/```/g, "").replace(/\n$/, "")}\n\`\`\``;
  const inner = blocks([...node.childNodes], top).join("\n\n");
  return node.matches("blockquote") ? inner.replace(/^/gm, "> ").replace(/> $/gm, ">") : inner;
}

/** Runs of inline nodes are paragraphs; the rest are what they are. */
function blocks(nodes, top) {
  const made = [];
  let run = [];
  const flush = () => {
    made.push(running(run));
    run = [];
  };
  for (const node of nodes) {
    const isBlock = node.nodeType === Node.ELEMENT_NODE && (node.matches(BLOCKS) || node.querySelector(BLOCKS));
    if (!isBlock) run.push(node);
    else {
      flush();
      made.push(block(node, top));
    }
  }
  flush();
  return made.filter(Boolean);
}

function titles(root) {
  for (const one of root.querySelectorAll("p.MsoTitle, [role=heading]")) {
    const made = root.ownerDocument.createElement(`h${one.getAttribute("aria-level") ?? 1}`);
    made.append(...one.childNodes);
    one.replaceWith(made);
  }
  const levels = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.textContent.trim()).map((one) => Number(one.tagName[1]));
  return Math.min(...levels, 6);
}

/** `first`: nothing stands in the lesson yet, so the highest heading is its title. */
export function markdown(root, first = false) {
  const level = titles(root);
  lists(root);
  return blocks([...root.childNodes], { level, shown: first ? 1 : TOP }).join("\n\n").replace(/\n{3,}/g, "\n\n").trim();
}
