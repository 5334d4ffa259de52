// What the page of an hour knows. A kit that was made before anybody planned an hour is shown on many days: each is an hour of its own,
// so that nobody opens last month's with its notes.

/** `now` is in the time of the room. */
export function pageData(text, now = new Date()) {
  const data = JSON.parse(text);
  if (data.hour.planned) return data;
  const id = `${data.hour.id}-${day(now)}`;
  return { ...data, id, hour: { ...data.hour, id } };
}

/** 2026-12-10. */
export function day(at) {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
