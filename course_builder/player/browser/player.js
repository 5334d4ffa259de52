// The player: brings together the page, what the learner has done and the channel. It never knows which portal it is in.

import { activities } from "./activities.js";
import { button, make } from "./dom.js";
import { host } from "./host.js";
import { menu } from "./menu.js";
import { notices } from "./notice.js";
import { outline } from "./outline.js";
import { parts } from "./parts.js";
import { record } from "./record.js";
import { topbar } from "./topbar.js";

export async function play(channel) {
  const page = JSON.parse(document.getElementById("course").textContent);
  const { words } = page;
  const notice = notices();
  const bar = topbar(words, leave);
  const mark = outline(page, words);
  menu();
  const live = document.body.appendChild(make("p", { class: "vh", role: "status" }));
  let learner = null;
  let arrive = () => {};
  let here = null;

  forms();
  const shown = parts(page, words, {
    opened(part, section) {
      here = [part, section];
      arrive();
    },
    ended(part) {
      if (learner && part.kind === "lesson") learner.read(part.key);
    },
    left: () => (learner && !learner.done ? learner.left() : []),
  });
  shown.begin("");
  const first = here;

  const session = await channel.start(page.course, heard);
  learner = record(page, channel, session, draw);
  const mount = activities(page, host(page, learner, channel, announce));
  arrive = () => {
    const [part, section] = here;
    const changed = learner.isChanged(part.key) && part.kind === "lesson";
    notice("changed", "sun", changed && words.changed_since);
    mount(section);
    learner.open(part.key);
  };
  if (here === first) shown.begin(learner.state.at);
  if (here === first) arrive();
  say();
  addEventListener("pagehide", () => channel.finish(true));
  // A page that comes back from the browser's memory has finished its session: begin a new one.
  addEventListener("pageshow", (event) => event.persisted && location.reload());

  function say() {
    if (session.mayLeave) bar.mayLeave();
    const clear = () => {
      session.clear();
      location.hash = "";
      location.reload();
    };
    if (session.tell) notice("channel", session.clear ? "" : "sun", words[session.tell], ...(session.clear ? [button("sm", words.clear, clear)] : []));
    if (learner.done) notice("done", "ok", words.done_before);
  }

  function draw() {
    bar.progress(learner.share(), learner.done);
    mark(here[0].key, learner);
    if (learner.done && !learner.wasDone) notice("done", "ok", words.done_now);
  }

  function heard(how) {
    bar.saved(how);
    if (how !== "saving") notice("saving", "bad", how === "failed" && words.not_saved);
  }

  function announce(text) {
    live.textContent = "";
    setTimeout(() => (live.textContent = text), 50);
  }

  async function leave() {
    const kept = await channel.finish(false);
    const said = make("h1", { tabindex: "-1" }, words[kept ? "left_saved" : "left_not_saved"]);
    const end = make("main", { class: "p-main prose stack" }, said, make("p", {}, words.close_window));
    end.style.gridColumn = "1 / -1";
    document.querySelector(".p-grid").replaceChildren(end);
    bar.close();
    said.focus();
    // Only a window that a portal has opened can be closed; a frame stays. A portal that says where to go wants us there.
    if (session.returnTo) location.assign(session.returnTo);
    else if (window.top === window) window.close();
  }
}

// Portals put courses in frames that may not submit forms, and there no submit event is ever made: so we make it.
// And no form may load the page anew, not even before its question is at work.
function forms() {
  document.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("form button");
    if (!pressed || pressed.type !== "submit") return;
    event.preventDefault();
    pressed.form.dispatchEvent(new Event("submit", { cancelable: true }));
  });
}
