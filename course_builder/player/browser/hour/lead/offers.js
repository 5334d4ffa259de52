// A proposal in words: what it does, and the end that it leads to.

import { filled } from "../../dom.js";

export const cutNames = ({ cuts }, step) => cuts.map(({ id }) => step(id).title);

/** -> {what, how} */
export function offerWords(offer, step, words, time) {
  const end = filled(words.offer_end, { time: time(offer.ends) });
  if (offer.how === "let") return { what: words.offer_let, how: filled(words.offer_let_how, { time: time(offer.ends) }) };
  if (offer.how === "skip") return { what: filled(words.offer_skip, { name: step(offer.cuts[0].id).title }), how: end };
  return { what: filled(words.offer_shorten, { count: counted(offer.cuts.length, words) }), how: `${sentence(listed(offer.cuts.map((cut) => one(cut, step, words)), words))}. ${end}` };
}

const one = ({ id, from, to }, step, words) => filled(to ? words.offer_cut : words.offer_cut_all, { name: step(id).title, from, to });
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (n, words) => (n === 1 ? words.offer_one : n === 2 ? words.offer_two : filled(words.offer_more, { n }));

function listed(parts, words) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${words.and} ${parts[parts.length - 1]}`;
}
