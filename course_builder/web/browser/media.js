// The pages of files, films and captions.
import { mountCaptions } from "./author/captions.js";
import { pick } from "./author/picker.js";
import { token } from "./author/sending.js";
import { uploader } from "./author/upload.js";

const words = JSON.parse(document.getElementById("media-words").textContent);

for (const place of document.querySelectorAll("[data-upload]")) {
  place.append(uploader({ to: place.dataset.upload, words, done: () => window.location.reload() }));
}

for (const place of document.querySelectorAll("[data-exchange]")) {
  const { exchange, path, label, name, to } = place.dataset;
  const done = async (state) => {
    await fetch(exchange, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": token() },
      body: JSON.stringify({ old: path, new: state.path }),
    });
    window.location.reload();
  };
  place.append(uploader({ to, words, done, label, about: name, quiet: true }));
}

for (const form of document.querySelectorAll("[data-pick-film]")) {
  const button = form.querySelector("[data-pick]");
  button.addEventListener("click", async () => {
    button.hidden = true;
    const chosen = await pick({ mount: button.parentElement, base: form.dataset.pickFilm, words, kinds: ["film"] });
    button.hidden = false;
    button.focus();
    if (!chosen) return;
    form.elements.path.value = chosen.path;
    form.submit();
  });
}

document.getElementById("doomed")?.focus();
mountCaptions(document, words);
