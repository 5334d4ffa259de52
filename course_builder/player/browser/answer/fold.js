// When two written answers are the same: the twin of content/questions/fold.py and numbers.py.

const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const QUOTES = /[\u2018\u2019\u02bc\u00b4`]/g;
const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;
const LONGEST = 40;

export const fold = (text) =>
  text
    .replace(QUOTES, "'")
    .replace(DASHES, "-")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(SPACES, " ")
    .replace(/^ | $/g, "");

export function same(answer, accepted) {
  const given = typeof answer == "string" ? fold(answer) : "";
  return given !== "" && accepted.some((text) => fold(text) === given);
}

/** The number in a text or a value; null for anything else. */
export function readNumber(value) {
  if (typeof value == "number") return Math.abs(value) < 1e15 ? value : null;
  if (typeof value != "string" || value.length > LONGEST) return null;
  const text = fold(value).replace(/ /g, "");
  return NUMBER.test(text) ? Number(text.replace(",", ".")) : null;
}

/** A mark: four decimals, half upwards. */
export const share = (part, whole) => (whole ? Math.floor((part / whole) * 1e4 + 0.5) / 1e4 : 0);
