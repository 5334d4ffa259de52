// Answers as the signs a portal keeps unchanged: A-Z a-z 0-9 _ - ~ (and a full stop between texts).

const OFTEN = "åäöÅÄÖéÉüæøáè.,?!:;()/\"'”’–%+&=@*\n";
const LETTERS = "ghijklmnopqrstvwxyzGHIJKLMNOPQRSTUVWXYZ";

function sign(unit) {
  const place = OFTEN.indexOf(unit);
  if (unit === " ") return "_";
  if (place >= 0) return `~${LETTERS[place]}`;
  const code = unit.charCodeAt(0).toString(16);
  return code.length < 3 ? `~${code.padStart(2, "0")}` : `~u${code.padStart(4, "0")}`;
}

/** At most `most` signs; a longer text loses its end. */
export function encode(text, most) {
  let packed = "";
  for (const letter of text) {
    const signs = letter.replace(/[^A-Za-z0-9-]/g, sign);
    if (packed.length + signs.length > most) break;
    packed += signs;
  }
  return packed;
}

export const decode = (packed) =>
  packed.replace(/_|~(?:u(.{4})|([0-9a-f]{2})|(.))/g, (signs, four, two, letter) =>
    signs === "_" ? " " : letter ? OFTEN[LETTERS.indexOf(letter)] || "" : String.fromCharCode(parseInt(four || two, 16)),
  );

/** Keys of three signs one after the other; those the question no longer has are left out. */
export const keysIn = (packed, known) => (packed.match(/.{3}/g) || []).filter((key) => known.some((one) => one.key === key));
