// The bar below the film: where it is, and the stops as arches that lead to their place.

import { fill } from "../say.js";
import { written } from "./times.js";

const MARGIN = 0.02; // an arch at the very end stays within the bar

export function mountBar(figure, clock, words, { stops, chosen }) {
  const scrub = figure.querySelector("[data-scrub]");
  const gone = figure.querySelector("[data-track] > i");
  const time = figure.querySelector("[data-time]");
  const run = figure.querySelector("[data-run]");
  const captions = figure.querySelector("[data-captions]");
  const place = figure.querySelector("[data-stops]");

  scrub.addEventListener("input", () => clock.seek(Number(scrub.value)));
  run?.addEventListener("click", clock.run);
  for (const button of figure.querySelectorAll("[data-step]")) button.addEventListener("click", () => clock.seek(clock.now + Number(button.dataset.step)));
  captions?.addEventListener("click", () => {
    const on = captions.getAttribute("aria-pressed") !== "true";
    captions.setAttribute("aria-pressed", String(on));
    for (const video of figure.querySelectorAll("video")) if (video.textTracks[0]) video.textTracks[0].mode = on ? "showing" : "disabled";
  });

  function draw() {
    const { now, length } = clock;
    const whole = Math.max(1, Math.floor(length));
    scrub.max = String(whole);
    scrub.value = String(Math.floor(now));
    scrub.setAttribute("aria-valuetext", fill(words.now, { time: written(now), all: written(length) }));
    time.textContent = `${written(now)} / ${written(length)}`;
    gone.style.width = `${Math.min(100, (now / whole) * 100)}%`;
    if (run) run.dataset.playing = String(clock.video ? !clock.video.paused : false);
  }

  /** The arches, as the list of stops is now. */
  function arches() {
    const made = stops().map(({ at, number, item }) => {
      const arch = document.createElement("button");
      arch.type = "button";
      arch.className = "stop";
      arch.textContent = number;
      arch.setAttribute("aria-label", fill(words.pause, { number, time: written(at) }));
      arch.style.left = `${Math.min(1 - MARGIN, at / Math.max(1, clock.length)) * 100}%`;
      arch.addEventListener("click", () => chosen(item, at));
      return arch;
    });
    place.replaceChildren(...made);
  }

  clock.on(draw);
  return { draw: () => (draw(), arches()) };
}
