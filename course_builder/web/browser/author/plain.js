// A text in a plain field: what there is when no other editor has taken its place.

export function mountPlain(desk) {
  for (const field of document.querySelectorAll("textarea[data-text]")) {
    const path = field.dataset.text;
    field.addEventListener("input", () => desk.save(path, field.value));
    desk.on("changed", ({ path: which, text }) => {
      if (which !== path || !field.isConnected) return false;
      if (field.value !== text) adopt(field, text);
      return true;
    });
  }
}

/** Another's text, with the cursor at the same words where they are still there. */
function adopt(field, text) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  let same = 0;
  while (same < Math.min(value.length, text.length) && value[same] === text[same]) same += 1;
  const shift = from > same ? text.length - value.length : 0;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(Math.max(same, from + shift), Math.max(same, to + shift));
}
