// What was noted in a meeting kit as lines that a person can read, copy and type. `tests/summary.json` holds it to the reader
// (course_builder/meetings/summary.py).

/** `said` is {hour, day, began, ended, present, guests, themes, note, actions}, each as text or a list; empty ones are left out. */
export function summaryText(said, names) {
  const lines = [names.heading];
  const add = (name, value) => {
    const text = String(value ?? "").split(/\s+/).filter(Boolean).join(" ");
    if (text) lines.push(`${name}: ${text}`);
  };
  for (const name of ["hour", "day", "began", "ended", "present", "guests"]) add(names[name], said[name]);
  for (const theme of said.themes) add(names.theme, theme);
  for (const line of said.note.split("\n")) add(names.note, line);
  said.actions.forEach((action, at) => {
    for (const name of ["what", "responsible", "follow_up", "sign", "key"]) add(`${names[name]} ${at + 1}`, action[name]);
  });
  add(names.lines, lines.length + 1);
  return `${lines.join("\n")}\n`;
}
