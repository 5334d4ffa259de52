// A personnummer in what was pasted: the same rule as the server's, so that the writer hears of it at once.

const CANDIDATE = /(?<!\d)(1[89]|20)?(\d\d)(\d\d)(\d\d)([ +-]{0,3})(\d{4})(?!\d)/g;
const DASHES = /[\u2010-\u2014\u2212\u00ad]/g;
const SAMORDNING = 60;

function isDay(century, year, month, day) {
  const full = century * 100 + year;
  const at = new Date(Date.UTC(full, month - 1, day));
  return at.getUTCFullYear() === full && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

function checks(digits) {
  const sum = [...digits].reduce((total, digit, place) => {
    const doubled = digit * (place % 2 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Where the first one stands: its start and end in the text, or null. */
export function personnummer(text) {
  for (const found of text.replace(DASHES, "-").matchAll(CANDIDATE)) {
    const [whole, century, year, month, day, sign, last] = found;
    const number = Number(day) > SAMORDNING ? day - SAMORDNING : Number(day);
    if (!isDay(Number(century ?? 20), Number(year), Number(month), number)) continue;
    if (/[-+]/.test(sign) || checks(year + month + day + last)) return [found.index, found.index + whole.length];
  }
  return null;
}
