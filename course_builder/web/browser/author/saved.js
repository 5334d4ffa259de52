// The state of saving, always to be seen. What is read out is only that something is wrong, and that it is well again.

import { announce, fill } from "./say.js";

export function mountSaved(desk) {
  const place = document.querySelector("[data-saved]");
  const shown = place.querySelector("[data-words]");
  const { words } = desk;
  const link = document.createElement("a");
  let troubled = "";

  link.href = desk.facts.sign_in;
  link.target = "_blank";
  link.rel = "opener";
  link.textContent = words.sign_in;

  async function unsaved() {
    return (await desk.store).safe ? words.unsaved : words.bare;
  }

  const more = {
    away: () => words.away,
    refused: ({ words: why }) => fill(words.refused, { why: why ?? "" }),
    conflict: () => words.both,
  };

  function calm(text) {
    place.classList.remove("bad");
    shown.replaceChildren(text);
    if (troubled) announce(words.again);
    troubled = "";
  }

  async function trouble(key, text, ...extra) {
    const first = await unsaved();
    place.classList.add("bad");
    shown.replaceChildren(first, text ? ` · ${text}` : "", ...extra.flatMap((one) => [" ", one]));
    if (troubled !== key) announce(`${first}. ${text ?? ""}`);
    troubled = key;
  }

  desk.on("state", (state) => {
    if (state.name === "saving") {
      if (!troubled) shown.replaceChildren(words.saving);
    } else if (state.name === "saved") {
      if (state.time) calm(fill(words.saved, { time: state.time }));
      else if (troubled) calm(words.again);
    } else if (state.name === "out") trouble("out", words.out, link);
    else if (state.name === "other") trouble("other", words.other);
    else if (state.name === "gone") trouble("gone", words.gone);
    else trouble(state.why ?? "unsaved", more[state.why]?.(state));
  });
}
