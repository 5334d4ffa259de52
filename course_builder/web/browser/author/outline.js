// The outline: everything can be done with buttons and keys; dragging is on top. Each change is one question to the
// server, which answers with the outline as it is then.

import { mountDrag } from "./drag.js";
import { announce, toast, toastLater } from "./say.js";

export function mountOutline(desk) {
  const nav = document.getElementById("outline");
  const place = nav?.querySelector("[data-outline]");
  if (!place) return;
  const { facts, words } = desk;
  const address = facts.kind === "course" ? facts.address : `/write/course/${facts.course}`;
  const own = facts.kind === "course";
  const tools = nav.querySelector("[data-moving]");
  const renaming = nav.querySelector("[data-renaming]");
  let chosen = facts.opened;

  const link = (key) => [...place.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  const focusable = (node) => (node?.matches("a") ? node : node?.querySelector("a"));
  const focus = (key) => (focusable(link(key)) ?? nav).focus();

  function put(html) {
    const { scrollTop } = nav;
    place.innerHTML = html;
    nav.scrollTop = scrollTop;
    desk.emit("outline", {});
  }

  async function change(body) {
    await desk.settled();
    const { status, data } = await desk.ask(`${address}/outline`, { method: "POST", body: { opened: facts.opened, ...body } });
    if (status !== 200) {
      const said = data.error ?? words.not_done;
      announce(said);
      toast(said);
      if (status === 409) await reload();
      return null;
    }
    put(data.outline);
    if (own) {
      desk.moved(data.head);
      desk.emit("step", { revision: data.revision });
    }
    return data;
  }

  async function reload() {
    const { status, data } = await desk.ask(`${address}/outline?opened=${encodeURIComponent(facts.opened)}`);
    if (status !== 200) return;
    const key = nav.contains(document.activeElement) ? document.activeElement.closest("[data-key]")?.dataset.key : null;
    put(data.outline);
    if (key) focus(key);
  }

  async function step(op, key) {
    const data = await change({ op, key });
    if (!data) return;
    announce(data.said);
    focus(data.key);
    fileMoved();
  }

  /** The page in the middle may be of the course file, which has been changed. */
  async function fileMoved() {
    if (!own || facts.path !== "course.yaml") return;
    const { status, data } = await desk.ask(`${facts.address}/text?path=course.yaml`);
    if (status !== 200) return;
    desk.adopt("course.yaml", data.revision);
    desk.emit("changed", { path: "course.yaml", text: data.text, revision: data.revision });
  }

  async function remove(key) {
    const data = await change({ op: "remove", key });
    if (!data) return;
    const opened = key === facts.opened || (key.startsWith("module:") && !link(facts.opened) && facts.opened !== "course");
    if (opened) {
      toastLater(data.said, own ? data.revision : null);
      location.assign(data.go);
      return;
    }
    announce(data.said);
    toast(data.said, own ? () => desk.undo(data.revision) : null);
    focus(data.key);
    fileMoved();
  }

  async function open(body) {
    const data = await change(body);
    if (!data) return;
    toastLater(data.said, own ? data.revision : null);
    location.assign(data.go);
  }

  function rename(key) {
    const field = renaming.querySelector("input");
    renaming.hidden = false;
    renaming.dataset.of = key;
    field.value = (focusable(link(key))?.textContent ?? "").trim().replace(/^[^:]+: /, "");
    field.focus();
    field.select();
  }

  renaming?.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const key = renaming.dataset.of;
    renaming.hidden = true;
    const data = await change({ op: "rename", key, title: renaming.querySelector("input").value });
    if (!data) return;
    announce(data.said);
    if (key === facts.opened) location.reload();
    else focus(key);
  });
  renaming?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    renaming.hidden = true;
    focus(renaming.dataset.of);
  });

  const acts = {
    up: (key) => step("up", key),
    down: (key) => step("down", key),
    duplicate: (key) => open({ op: "duplicate", key }),
    rename,
    remove,
  };

  tools?.addEventListener("click", (event) => {
    const op = event.target.closest("[data-op]")?.dataset.op;
    if (op && chosen) acts[op](chosen);
  });

  nav.querySelector("[data-adding]")?.addEventListener("click", (event) => {
    const kind = event.target.closest("[data-add]")?.dataset.add;
    if (!kind) return;
    open({ op: "add", kind, key: facts.opened === "course" ? "" : facts.opened, title: nav.querySelector("[data-new-title]").value });
  });

  // What has the focus in the outline is what the buttons are about.
  place.addEventListener("focusin", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    chosen = key;
    if (tools) tools.hidden = false;
    const existing = nav.querySelector("[data-existing]");
    if (existing) existing.search = `?after=${encodeURIComponent(key)}`;
  });

  place.addEventListener("keydown", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    const asked = { F2: "rename", Delete: "remove" }[event.key] ?? (event.altKey ? { ArrowUp: "up", ArrowDown: "down" }[event.key] : null);
    if (!asked) return;
    event.preventDefault();
    acts[asked](key);
  });

  mountDrag(place, async (key, module, to) => {
    const data = await change({ op: "move", key, module, to });
    if (data) announce(data.said);
    fileMoved();
  });

  desk.on("structure", async ({ mine }) => {
    await reload();
    if (!mine) announce(words.outline_changed);
  });

  // A title is written in the text itself; here it follows.
  desk.on("saved", ({ path, title }) => {
    if (path === "course.yaml" && own) return void reload();
    if (!title || path !== facts.path) return;
    document.querySelector("#main h1").textContent = title;
    const current = place.querySelector("a[aria-current] [data-title]");
    if (current && current.textContent !== title) current.textContent = title;
  });

  place.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}
