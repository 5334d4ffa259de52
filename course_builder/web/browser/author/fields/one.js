// A change of one field: what it was goes along, so that what somebody else wrote meanwhile is never written over.

import { asRead, valueOf } from "./values.js";
import { wayTo } from "./way.js";

const before = new WeakMap();
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What the field says now, and what the file said: `ja` and a tick are the same, and the file keeps its own word. */
export function remember(field, asWritten = true) {
  const seen = asRead(valueOf(field));
  before.set(field, { seen, was: asWritten ? JSON.parse(field.dataset.was ?? "null") : (seen ?? "") });
}

/** What the file said when the server was last heard of it. */
export const written = (field) => before.get(field).was;

/** A tick taken away where none need be says nothing. */
const optional = (field) => !("required" in field.dataset);
const nothing = (field, value) => value === null || (value === false && field.type === "checkbox");

/** The edits that make the file say what the field says; none when it does already. */
export function edits(field) {
  const value = valueOf(field);
  const { seen, was } = before.get(field);
  const said = asRead(value);
  if (same(said, seen)) return [];
  const gone = optional(field) && nothing(field, value);
  before.set(field, { seen: said, was: gone ? null : said });
  const at = wayTo(field);
  if (gone) return was === null ? [] : [{ op: "remove", at, was }];
  return [{ op: "put", at, value, was }];
}
