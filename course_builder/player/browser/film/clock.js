// Times of a film: as people read them, and between versions of other lengths.

export function clock(seconds) {
  const whole = Math.floor(seconds + 0.001);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  return `${hours ? `${hours}:${two(minutes % 60)}` : minutes}:${two(whole % 60)}`;
}

/**
 * A time of one version in another. `pairs` are moments that belong together, [film, version], in order;
 * between two of them time runs evenly. `from` and `to` say which of the pair is known and which is wanted.
 */
export function across(pairs, time, from, to) {
  let next = 1;
  while (next < pairs.length - 1 && pairs[next][from] < time) next++;
  const start = pairs[next - 1];
  const end = pairs[next];
  return start[to] + ((time - start[from]) * (end[to] - start[to])) / (end[from] - start[from]);
}
