// Whoever asks for a picture on the editor's page gets the choice in place, under what asked.
import { pick } from "./picker.js";

export function mountPicking(desk) {
  const words = desk.facts.media;
  let open = false;
  document.addEventListener("pick-picture", async (event) => {
    event.preventDefault();
    if (open) return;
    open = true;
    const mount = document.createElement("div");
    event.target.before(mount);
    const chosen = await pick({ mount, base: desk.facts.address, shownIn: desk.facts.path, words, kinds: ["picture"] });
    mount.remove();
    open = false;
    if (chosen) event.detail.place(chosen.path, chosen.alt);
  });
}
