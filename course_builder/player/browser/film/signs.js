// Numbers and marks as the 64 signs that every portal stores unchanged.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const value = (sign) => Math.max(0, SIGNS.indexOf(sign));

/** A whole number as `width` signs; a larger one as the largest that fits. */
export function written(number, width) {
  const whole = Math.min(Math.max(0, number || 0), 64 ** width - 1);
  return Array.from({ length: width }, (_, place) => SIGNS[Math.floor(whole / 64 ** (width - 1 - place)) % 64]).join("");
}

export const read = (signs) => [...signs].reduce((number, sign) => number * 64 + value(sign), 0);

/** `count` marks of 0 or 1, six in a sign; what is missing is 0. */
export const bits = (signs, count) =>
  Array.from({ length: count }, (_, place) => (value(signs[Math.floor(place / 6)]) >> place % 6) & 1);

export function sixes(marks) {
  const numbers = [];
  marks.forEach((mark, place) => (numbers[Math.floor(place / 6)] |= mark << place % 6));
  return numbers.map((number) => SIGNS[number]).join("");
}
