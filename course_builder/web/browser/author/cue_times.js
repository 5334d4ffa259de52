// Times of captions as people write them, and the lines as a list that can be cut, joined and moved. No page here.
export function clock(milliseconds) {
  const tenths = Math.round(milliseconds / 100);
  const seconds = Math.floor(tenths / 10);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")},${tenths % 10}`;
}

// "1:05,5" -> 65500; null for what is no time.
export function milliseconds(words) {
  const found = /^\s*(?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,2})(?:[.,](\d{1,3}))?\s*$/.exec(words);
  if (!found) return null;
  const [, first, second, seconds, fraction = ""] = found;
  const hours = second === undefined ? 0 : Number(first);
  const minutes = Number(second === undefined ? (first ?? 0) : second);
  return ((hours * 60 + minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"));
}

export const LEAST = 1000;
const PER_LETTER = 65; // Milliseconds: fifteen letters a second.

export const needed = (text) => Math.max(1500, text.length * PER_LETTER);

// A line from when its first letter was typed until now; long enough to be read when the film stands still.
export function timed(text, started, now) {
  const end = now - started >= LEAST ? now : started + needed(text);
  return { start: Math.round(started), end: Math.round(end), text };
}

export function inOrder(lines) {
  return [...lines].sort((one, other) => one.start - other.start || one.end - other.end);
}

// At the place in its text, with the time shared by letters.
export function cut(line, place) {
  const [former, later] = [line.text.slice(0, place).trim(), line.text.slice(place).trim()];
  if (!former || !later) return null;
  const middle = Math.round(line.start + ((line.end - line.start) * former.length) / (former.length + later.length));
  return [{ start: line.start, end: middle, text: former }, { start: middle, end: line.end, text: later }];
}

export const joined = (line, next) => ({ start: line.start, end: Math.max(line.end, next.end), text: `${line.text}\n${next.text}` });

export function moved(lines, by) {
  return lines.map((line) => ({ ...line, start: Math.max(0, Math.round(line.start + by)), end: Math.max(LEAST, Math.round(line.end + by)) }));
}
