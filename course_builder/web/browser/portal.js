// The page "Så här ser portalen det": a portal in the page, the built package in a frame, and all that passes between.
import { openPortal } from "./portal/runtime.js";
import { sentence } from "./portal/sentence.js";
import { createLog, createTiles, fill } from "./portal/view.js";

const facts = JSON.parse(document.getElementById("facts").textContent);
const words = facts.words;
const inside = document.getElementById("inside");
const log = createLog(document, facts);
const tiles = createTiles(document, facts);
const portal = openPortal(facts.edition, (call) => {
  const told = sentence(call, facts);
  if (told) log.add(told, call);
  tiles.show(portal.values());
});
let frame = null;

function open() {
  portal.start();
  frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  frame.title = inside.dataset.title;
  frame.src = inside.dataset.src;
  inside.replaceChildren(frame);
  shown(true);
}

function close() {
  frame?.remove();
  frame = null;
  const shut = document.createElement("p");
  shut.className = "shut";
  shut.textContent = words.closed;
  inside.replaceChildren(shut);
  shown(false);
}

function shown(isOpen) {
  button("close").hidden = !isOpen;
  button("open").hidden = isOpen;
  (isOpen ? button("close") : button("open")).focus({ preventScroll: true });
}

const button = (name) => document.querySelector(`[data-do="${name}"]`);
const press = (name) => {
  const pressed = button(name).getAttribute("aria-pressed") !== "true";
  button(name).setAttribute("aria-pressed", String(pressed));
  return pressed;
};
const note = (text, icon, mood) => log.add({ text, icon, mood });

const actions = {
  offline: () => {
    const broken = press("offline");
    portal.break(broken);
    note(broken ? words.offline : words.online, broken ? "wifi-off" : "cloud-check", broken ? "bad" : "good");
  },
  slow: () => {
    const slow = press("slow");
    portal.slow(slow);
    note(slow ? words.slow : words.fast, "clock");
  },
  close: () => {
    note(words.window_closed, "x");
    close();
  },
  open,
  forget: () => {
    close();
    portal.forget();
    log.clear();
    note(words.forgotten, "circle-dot");
    tiles.show(portal.values());
    open();
  },
  protocol: () => document.getElementById("log").classList.toggle("plainly", !press("protocol")),
  copy: async () => {
    await navigator.clipboard.writeText(log.text());
    document.getElementById("said").textContent = words.copied;
  },
};

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (pressed?.dataset.do) actions[pressed.dataset.do]();
  if (pressed?.dataset.width) widen(pressed);
});

function widen(pressed) {
  for (const other of document.querySelectorAll("[data-width]")) other.setAttribute("aria-pressed", String(other === pressed));
  document.getElementById("portal").classList.toggle("narrow", pressed.dataset.width === "narrow");
}

document.getElementById("log").classList.add("plainly");
open();
window.scrollTo(0, 0);
document.activeElement?.blur();
setInterval(() => tiles.clock(portal.openedAt()), 1000);
