// Which questions an attempt asks, and in which order. Each thing's place comes from the seed and its own key,
// so a question that is added or removed moves no other.

function place(seed, key) {
  let hash = 0x811c9dc5;
  for (const letter of seed + key) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The same things in the order of this seed. */
export const mixed = (things, seed, keyOf = (thing) => thing.key) =>
  things.slice().sort((a, b) => place(seed, keyOf(a)) - place(seed, keyOf(b)));

/** `count` of the questions; those that are answered in this attempt stay in it. */
export function drawn({ questions, draw, shuffle }, seed, isAnswered) {
  const order = mixed(questions, seed);
  const wanted = [...order.filter(isAnswered), ...order.filter((one) => !isAnswered(one))].slice(0, draw || questions.length);
  return (shuffle ? order : questions).filter((question) => wanted.includes(question));
}

export const newSeed = () => Math.random().toString(36).slice(2, 5).padEnd(3, "0");
