// Times of a film as people write them: 0:41, 1:02:03. A number by itself is seconds.

const two = (number) => String(number).padStart(2, "0");

export function written(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Seconds, or null for what is no time. */
export function read(text) {
  const parts = text.trim().split(":");
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  if (parts.slice(1).some((part) => Number(part) > 59)) return null;
  return parts.reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/**
 * Where a moment of the film ought to be in a version of another length: between the stops whose place in both is known,
 * by proportion. `pairs` are [film, version] in seconds.
 */
export function suggested(at, length, otherLength, pairs) {
  const known = [[0, 0], ...pairs.filter(([a, b]) => a > 0 && a < length && b > 0 && b < otherLength).sort(([a], [b]) => a - b), [length, otherLength]];
  const next = known.findIndex(([a]) => a >= at);
  if (next <= 0) return next === 0 ? 0 : otherLength;
  const [[a1, b1], [a2, b2]] = [known[next - 1], known[next]];
  return Math.round(b1 + ((at - a1) / (a2 - a1 || 1)) * (b2 - b1));
}
