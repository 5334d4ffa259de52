// Where a field stands in the file: the steps from the form's own place to it. Items without an id go by their number.

export const itemsOf = (listing) => [...listing.querySelector("[data-items]").children];

function step(box) {
  if (box.dataset.field !== undefined) return box.dataset.field || null;
  if (box.dataset.group !== undefined) return box.dataset.group;
  if (box.dataset.list !== undefined) return box.dataset.list;
  return box.dataset.item || itemsOf(box.closest("[data-list]")).indexOf(box);
}

/** ["questions", "#hxwr", "ask"] */
export function wayTo(box) {
  const form = box.closest("[data-fields]");
  const steps = [];
  for (let here = box; here !== form; here = here.parentElement) {
    if (here.matches("[data-field], [data-group], [data-list], [data-item]")) {
      const own = step(here);
      if (own !== null) steps.unshift(own);
    }
  }
  return [...JSON.parse(form.dataset.at), ...steps];
}

export const asQuery = (way) => way.join("/");
