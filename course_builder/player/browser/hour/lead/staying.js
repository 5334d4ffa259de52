// A running hour never signs its leader out: while it runs and this page is open, the server is told so now and then.

import { MINUTE } from "../minutes.js";

const EVERY = 5 * MINUTE;

export function staying({ data, stage }) {
  if (!data.server) return;

  async function here() {
    if (!stage() || stage().over) return;
    try {
      await fetch(data.server.here, { method: "POST", headers: { "X-CSRF-Token": data.server.csrf }, credentials: "same-origin" });
    } catch (lost) {
      if (!(lost instanceof TypeError)) throw lost; // told by the link
    }
  }

  here();
  window.setInterval(here, EVERY);
}
