// Portals and reports know things by their ids; the page knows them by their short keys.

/** `ids` are all there were to choose from, for portals that name them by one sign each. */
export function idsOf(things, answer, right) {
  const id = (key) => (things.find((thing) => thing.key === key) || {}).id;
  const named = (keys) => keys.map(id).filter(Boolean);
  return { response: named(answer), pattern: named(right), ids: things.map((thing) => thing.id) };
}
