// What an element's style says, read as text: the page's content policy lets no style from elsewhere be more than that.

const STYLED = "data-style";

/** HTML whose styles have become data; style sheets go. */
export function inert(html) {
  return html.replace(/<style\b[^]*?<\/style\s*>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, (_, space, name, is) => `${space}data-${name.toLowerCase()}${is}`));
}

export const style = (node) => node.getAttribute?.(STYLED) ?? "";

/** The value of one property, or an empty text. */
export function said(node, property) {
  const found = style(node)
    .split(";")
    .map((one) => one.split(":"))
    .find(([name]) => name.trim().toLowerCase() === property);
  return found ? found.slice(1).join(":").trim().toLowerCase() : "";
}
