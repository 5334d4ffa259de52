// A film discussion: the film is stopped where it is, and the stop is asked about at once.

import { itemsOf } from "../fields/way.js";
import { announce, fill } from "../say.js";
import { mountBar } from "./bar.js";
import { openClock } from "./clock.js";
import { indexFor, mountTimes, stopsOf, timeOf, write } from "./stops.js";
import { read, suggested, written } from "./times.js";

const FILM = "[data-group=film] :is([data-field=file], [data-field=url], [data-field=poster])";
const times = new Map(); // where the film was, when the form is shown anew

export function filmForm(desk, form, { put, moveTo }) {
  const part = form.box.querySelector("[data-film-form]");
  if (!part) return;
  const words = JSON.parse(form.box.querySelector("[data-film-words]").textContent);
  const list = form.box.querySelector("[data-list=pauses]");
  form.box.addEventListener("change", (event) => event.target.matches(FILM) && form.reload());
  form.words.by_time = words.by_time;
  const figure = part.querySelector("[data-film]");
  if (!figure) return mountTimes(list, sort);

  const kept = times.get(form.query.path) ?? times.set(form.query.path, new Map()).get(form.query.path);
  const clock = openClock(figure, kept);
  const typed = part.querySelector("[data-typed]");
  const stop = part.querySelector("[data-stop]");
  const which = part.querySelector("[data-which]");
  const stopDescribed = part.querySelector("[data-stop-described]");
  const suggestion = part.querySelector("[data-suggestion]");
  const hasDescribed = Boolean(part.querySelector("[data-version=described]"));
  const inDescribed = () => clock.which === "described";
  const stops = () => stopsOf(list).map((one) => (inDescribed() ? { ...one, at: one.described } : one)).filter(({ at }) => at !== null);
  const bar = mountBar(figure, clock, words, { stops, chosen: (item, at) => (clock.seek(at), choose(item)) });

  function choose(item) {
    which.value = item.dataset.item;
  }

  function label() {
    const time = written(clock.now);
    stop.querySelector("[data-words]").textContent = fill(words.stop, { time });
    stopDescribed.querySelector("[data-words]").textContent = fill(words.stop_described, { time });
    if (document.activeElement !== typed) typed.value = time;
  }

  /** What depends on the list of stops. */
  function listed() {
    const was = which.value;
    which.replaceChildren(...stopsOf(list).map(({ item, number, at }) => new Option(fill(words.pause, { number, time: written(at) }), item.dataset.item)));
    if ([...which.options].some((one) => one.value === was)) which.value = was;
    for (const button of list.querySelectorAll("[data-find]")) button.hidden = !hasDescribed;
    bar.draw();
    label();
  }

  async function stopHere() {
    const at = Math.floor(clock.now);
    clock.video?.pause();
    const taken = itemsOf(list).find((item) => timeOf(item) === at);
    if (taken) {
      announce(fill(words.taken, { time: written(at) }));
      return taken.querySelector("[data-field=ask]").focus();
    }
    const item = await put(list, {}, { index: indexFor(list, at), given: { at: written(at) }, said: "" });
    if (!item) return;
    listed();
    choose(item);
    item.scrollIntoView({ block: "nearest" });
    announce(fill(words.stopped, { number: itemsOf(list).indexOf(item) + 1, time: written(at) }));
  }

  const picked = () => itemsOf(list).find((item) => item.dataset.item === which.value) ?? null;

  function stopHereDescribed() {
    const item = picked();
    if (!item) return announce(words.no_pause);
    clock.video?.pause();
    write(item, "described_at", clock.now);
    suggestion.hidden = true;
    listed();
    announce(fill(words.set, { number: itemsOf(list).indexOf(item) + 1, time: written(clock.now) }));
  }

  /** The described film, at the place of a stop: the one that is known, else where it ought to be. */
  function find(item) {
    use("described");
    choose(item);
    const known = timeOf(item, "described_at");
    const pairs = stopsOf(list).filter((one) => one.described !== null && one.item !== item).map((one) => [one.at, one.described]);
    const to = known ?? suggested(timeOf(item) ?? 0, clock.lengthOf("film"), clock.lengthOf("described"), pairs);
    clock.seek(to);
    suggestion.hidden = known !== null;
    suggestion.textContent = fill(words.suggested, { time: written(to) });
    if (known === null) announce(suggestion.textContent);
    stopDescribed.focus();
  }

  function use(name) {
    clock.use(name);
    for (const button of part.querySelectorAll("[data-version]")) button.setAttribute("aria-pressed", String(button.dataset.version === name));
    for (const one of part.querySelectorAll("[data-for-described]")) one.hidden = name !== "described";
    stop.hidden = name === "described";
    suggestion.hidden = true;
    listed();
  }

  function sort(item, name, focus) {
    const at = timeOf(item);
    if (name === "at" && at !== null) {
      const to = indexFor(list, at, item);
      moveTo(item, to, focus);
    }
    if (figure) listed();
  }

  mountTimes(list, sort);
  stop.addEventListener("click", stopHere);
  stopDescribed.addEventListener("click", stopHereDescribed);
  which.addEventListener("change", () => picked() && find(picked()));
  for (const button of part.querySelectorAll("[data-version]")) button.addEventListener("click", () => (button.dataset.version === "described" && picked() ? find(picked()) : use(button.dataset.version), button.focus()));
  typed.addEventListener("change", () => {
    const to = read(typed.value);
    if (to === null) return announce(words.not_time);
    clock.seek(to);
    typed.value = written(clock.now);
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[data-item]");
    if (event.target.closest("[data-find]")) find(item);
    if (!event.target.closest("[data-from]")) return;
    use("film");
    clock.seek(timeOf(item) ?? 0);
    choose(item);
    clock.run();
  });
  form.changed(listed);
  clock.on(label);
  listed();
}
