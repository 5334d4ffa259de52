// What a field says, as it is written: a number without quotes, yes or no as true or false, several on a row as a list.

const NUMBER = /^-?\d+([.,]\d+)?$/;

const number = (text) => (NUMBER.test(text) ? Number(text.replace(",", ".")) : text);
const split = (text) => text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean);
const ticked = (group) => [...group.querySelectorAll("input:checked")].map((one) => one.value);

const READ = {
  numbers: (field) => split(field.value).map(number),
  words: (field) => split(field.value),
  choices: ticked,
  number: (field) => number(field.value.trim()),
  minutes: (field) => number(field.value.trim()),
};

function flag(field) {
  if (field.type === "checkbox") return field.checked;
  const [chosen] = ticked(field);
  return chosen === undefined ? null : chosen === "true";
}

const line = (text) => text.replace(/\s*\n\s*/g, " ").trim();

/** null where nothing is said. */
export function valueOf(field) {
  const { kind } = field.dataset;
  if (kind === "flag") return flag(field);
  const value = READ[kind] ? READ[kind](field) : kind === "prose" ? field.value.replace(/\s+$/, "") : line(field.value);
  return value === "" || (Array.isArray(value) && !value.length) ? null : value;
}

/** As the server reads it: every value a text. */
export function asRead(value) {
  if (value === null) return null;
  return Array.isArray(value) ? value.map(String) : String(value);
}
