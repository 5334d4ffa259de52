// One face of the wall after another: the sections of the page, of which one is shown.

import { fit } from "./fit.js";
import { drawLinked } from "./linked.js";
import { drawOverview } from "./overview.js";
import { drawScene, pageOf } from "./scene.js";
import { stills } from "./stills.js";
import { drawPhases, manner, stopManner } from "./wall_words.js";

const OWN = ["wait", "agenda", "linked", "scene", "results", "join", "here"];

/** -> {show(face, stage), title(), fit()}; `show` draws only what has changed. */
export function wall(root, data) {
  const { words } = data;
  const part = (name) => root.querySelector(`[data-is=${name}]`);
  const main = root.querySelector("main");
  const sections = [...main.querySelectorAll(":scope > section")];
  const picture = stills(data.films);
  let drawn = "";
  let title = "";

  function show(face, stage) {
    root.dataset.face = face.name;
    const now = JSON.stringify([face.name, face.stop, face.page, face.step && face.step.id, stage && [stage.phase, stage.plan, stage.show]]);
    if (now === drawn) return;
    drawn = now;
    const section = sectionOf(face);
    for (const one of sections) one.hidden = one !== section;
    if (section) fill(section, face, stage);
    part("what").textContent = (face.step && face.step.group) || data.hour.title;
    drawPhases(part("phases"), face.name === "slide" && stage.phase, words);
    size(section);
    title = heading(section);
  }

  function sectionOf({ name, step, stop }) {
    if (stop) return part("stop");
    if (name === "over") return part("wait");
    return OWN.includes(name) ? part(name) : step && sections.find((one) => one.dataset.step === step.id);
  }

  function fill(section, face, stage) {
    const { name, step, stop, page } = face;
    const talk = step && data.films[step.film];
    if (stop) asked(stop, talk, name === "scene" ? pageOf(talk, page).still : null);
    else if (name === "scene") drawScene(section, talk, page, picture);
    else if (name === "linked") drawLinked(section, talk, words);
    else if (name === "agenda") drawOverview(part("plan"), stage, data);
    else if (name === "slide" && section.dataset.step) slide(section, step, page, stage);
    else if (name === "wait" || name === "over") part("wait-line").textContent = words[name];
  }

  function slide(section, step, page, stage) {
    for (const one of section.querySelectorAll(".slide")) one.hidden = +one.dataset.page !== Math.min(page, step.pages - 1);
    for (const how of section.querySelectorAll("[data-is=how]")) how.textContent = manner(step, stage.phase, words);
  }

  /** The film stands beside its question; where it is read its picture does. */
  function asked(stop, talk, still) {
    picture(part("stop-still"), still);
    part("stop-of").textContent = stopManner(stop, talk.stops, words);
    part("stop-ask").textContent = stop.ask;
  }

  /** A question has the wall to itself, with the time below it; beside a text the time is small. */
  function size(section) {
    const alone = Boolean(section && section.querySelector(":scope > .q, .slide.ask:not([hidden])"));
    root.dataset.size = alone ? "ask" : "text";
    (alone ? main : root.querySelector("footer")).append(part("time"));
    fit(root, main);
  }

  return { show, title: () => title, fit: () => fit(root, main) };
}

function heading(section) {
  const found = section && [...section.querySelectorAll("h1")].find((one) => !one.closest("[hidden]"));
  return found ? found.textContent : "";
}
