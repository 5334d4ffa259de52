// Films are fetched whole when the room's window opens, so that a network that goes does not take them. Files on disk need none of this.

/** `url(src)` is where to play it from: the copy in this browser when it is whole, else where it is. */
export function keptFilms(sources, served, world = window) {
  const kept = new Map();
  if (served) for (const src of sources) fetched(src, world).then((url) => url && kept.set(src, url));
  return { url: (src) => kept.get(src) || src };
}

async function fetched(src, world) {
  try {
    const answer = await world.fetch(src, { credentials: "same-origin" });
    return answer.ok ? world.URL.createObjectURL(await answer.blob()) : null;
  } catch (lost) {
    if (!(lost instanceof TypeError)) throw lost;
    return null; // played from where it is, as far as that goes
  }
}
