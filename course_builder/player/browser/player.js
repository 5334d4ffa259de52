// The player: puts the course, the learner's record and the channel together. It never knows which portal it is in.

import { mountAll } from "./activities.js";
import { make, button } from "./dom.js";
import { host } from "./host.js";
import { notices } from "./notice.js";
import { outline } from "./outline.js";
import { parts } from "./parts.js";
import { record } from "./record.js";
import { topbar } from "./topbar.js";

export async function play(channel) {
  const page = JSON.parse(document.getElementById("course").textContent);
  const { words } = page;
  const live = document.body.appendChild(make("p", { class: "vh", role: "status" }));
  const notice = notices();
  const bar = topbar(words, { leave });
  let learner = null;
  let draw = () => {};
  let here = null;

  // Without this a form would load the page anew before its question is at work.
  document.addEventListener("submit", (event) => event.preventDefault());
  const shown = parts(page, { words, opened, ended, atTheEnd });
  shown.begin("");
  const first = here;

  const session = await channel.start(page.course, heard);
  learner = record(page, channel, session);
  ...
}
