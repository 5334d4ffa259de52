// The small sum that a try costs when somebody has guessed often: a number that makes a hash begin with zeros.

import { first32 } from "./sha256.js";

const AT_ONCE = 20000;

/** -> the number, as text; the page stays alive meanwhile. */
export async function work(sum, code, bits) {
  for (let number = 0; ; number += 1) {
    if (first32(`${sum}${code}${number}`) >>> (32 - bits) === 0) return String(number);
    if (number % AT_ONCE === AT_ONCE - 1) await new Promise((then) => setTimeout(then));
  }
}
