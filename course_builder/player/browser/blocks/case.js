// A branching story: each choice tells why and leads on; the way taken stays readable above.

import { arrive, button, icon, make } from "../dom.js";
import { keysIn } from "../answer/pack.js";

export function mount(element, data, host) {
  const { words } = host;
  const scenes = new Map(data.scenes.map((scene) => [scene.key, scene]));
  const choices = data.scenes.flatMap((scene) => scene.choices);
  const at = (key) => element.querySelector(`[data-scene="${key}"]`);
  const box = (key) => element.querySelector(`[data-choice="${key}"]`);
  const over = make("p", { class: "row", hidden: "" }, button("", words.start_over, () => walk([], true)));
  const begun = host.now();
  let path = [];

  // Without a script a link leads on; here the story goes on below the choice.
  for (const link of element.querySelectorAll(".onward")) link.remove();
  for (const { key } of choices) {
    const row = box(key);
    const text = row.querySelector(".choose");
    const press = button("", "", () => take(key));
    text.replaceWith(press);
    press.append(...text.childNodes);
  }
  element.append(over);
  walk(keysIn(host.saved(data.key) || "", choices), false);

  // The scenes that the choices lead through. A choice that does not follow from the one before ends the way.
  function* way(keys) {
    let scene = data.scenes[0];
    yield [scene, null];
    for (const key of keys) {
      const choice = scene.choices.find((one) => one.key === key);
      scene = choice && scenes.get(choice.then);
      if (!scene) return;
      yield [scene, key];
    }
  }

  function take(key) {
    const from = data.scenes.find((scene) => scene.choices.some((one) => one.key === key));
    const back = [...way(path)].findIndex(([scene]) => scene === from);
    const next = scenes.get(from.choices.find((one) => one.key === key).then);
    const seen = [...way(path)].slice(0, back + 1).findIndex(([scene]) => scene === next);
    walk(seen < 0 ? [...path.slice(0, back), key] : path.slice(0, seen), true);
  }

  function walk(keys, fresh) {
    const steps = [...way(keys)];
    path = steps.slice(1).map(([, key]) => key);
    for (const scene of data.scenes) {
      choose(scene);
      at(scene.key).hidden = true;
    }
    steps.forEach(([scene], place) => show(scene, path[place]));
    const [end] = steps[steps.length - 1];
    over.hidden = !path.length;
    element.append(over);
    if (!fresh) return;
    host.keep(data.key, path.join("") || undefined);
    if (!end.choices.length) tell();
    arrive(at(end.key));
  }

  function show(scene, taken) {
    at(scene.key).hidden = false;
    element.append(at(scene.key));
    choose(scene, taken);
  }

  function choose(scene, taken) {
    for (const { key } of scene.choices) {
      const row = box(key);
      row.classList.toggle("taken", key === taken);
      row.querySelector("button").setAttribute("aria-pressed", key === taken);
      for (const say of row.querySelectorAll(".say")) say.hidden = key !== taken;
      for (const old of row.querySelectorAll(".fb")) old.remove();
      if (key === taken) row.querySelector("button").append(icon("check", "i fb"));
    }
  }

  function tell() {
    const response = path.map((key) => choices.find((choice) => choice.key === key).id);
    const seconds = Math.round((host.now() - begun) / 1000);
    host.interaction({ id: data.id, key: data.key, ask: data.ask, type: "other", response, pattern: [], result: "neutral", mark: null, points: 0, seconds });
  }
}
