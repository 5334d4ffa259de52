const MOST_ALTERNATIVES = 5;

/** The right answers: several when a single written answer may read in several ways, otherwise one or none. */
export function patterns(type, response, pattern) {
  if (!pattern.length) return [];
  const alternatives = type === "fill-in" && response.length === 1;
  return alternatives ? pattern.slice(0, MOST_ALTERNATIVES).map((text) => [text]) : [pattern];
}
