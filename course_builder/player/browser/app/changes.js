// What has changed in the state since the server last had it. Changes, not whole states, so that two windows and two
// devices can be put together: each keeps what the other has not touched, and the later one has the last word.

const SECTIONS = ["read", "kept"];

export const nothing = () => ({ read: {}, kept: {} });

export const isNothing = (change) => change.at === undefined && SECTIONS.every((name) => !Object.keys(change[name]).length);

/** null: it is gone. */
export function difference(before, after) {
  const change = nothing();
  if (after.at !== before.at) change.at = after.at;
  for (const name of SECTIONS) {
    for (const [key, value] of after[name]) if (before[name].get(key) !== value) change[name][key] = value;
    for (const key of before[name].keys()) if (!after[name].has(key)) change[name][key] = null;
  }
  return change;
}

export function joined(first, then) {
  const change = { at: then.at === undefined ? first.at : then.at };
  for (const name of SECTIONS) change[name] = { ...first[name], ...then[name] };
  return change;
}

/** The state with the change; the state itself stays as it was. */
export function changed(state, change) {
  const made = { ...state, at: change.at === undefined ? state.at : change.at };
  for (const name of SECTIONS) {
    made[name] = new Map(state[name]);
    for (const [key, value] of Object.entries(change[name])) {
      if (value === null) made[name].delete(key);
      else made[name].set(key, value);
    }
  }
  return made;
}
