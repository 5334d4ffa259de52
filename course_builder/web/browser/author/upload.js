// A button that takes a file, shows how it goes in words and a bar, and can be stopped. Files can be dropped on it too.
import { element, filled, newId } from "./element.js";
import { Refused, send, Stopped } from "./sending.js";

const ACCEPTED = {
  picture: ".avif,.gif,.jpeg,.jpg,.png,.svg,.webp",
  film: ".mp4,.m4v,.webm,.mov,.qt,.mkv,.avi,.wmv",
  sound: ".m4a,.mp3,.ogg",
  captions: ".vtt,.srt",
  document: ".docx,.odt,.pdf,.pptx,.xlsx,.csv,.txt",
};

// `done(state)` is called with the path in the draft and what was measured.
export function uploader({ to, words, done, kinds = Object.keys(ACCEPTED), label = words.upload, about = "", quiet = false }) {
  const id = newId("upload");
  const input = element("input", { type: "file", id, accept: kinds.map((kind) => ACCEPTED[kind]).join(",") });
  const button = element("label", { for: id, class: quiet ? "btn quiet sm file" : "btn file" }, label, about && element("span", { class: "vh" }, ` ${about}`), input);
  const said = element("p", { role: "status", class: "small" });
  const bar = element("progress", { max: "100", hidden: true, "aria-label": words.progress });
  const stop = element("button", { type: "button", class: "btn quiet sm", hidden: true }, words.stop);
  const whole = element("div", { class: "uploader" }, button, bar, stop, said);
  let going = null;

  async function take(file) {
    if (!file || going) return;
    going = new AbortController();
    show(true);
    try {
      const state = await send(file, to, (progress) => tell(file, progress), going.signal);
      said.textContent = filled(words.uploaded, { name: file.name });
      going = null;
      show(false);
      await done(state, file);
    } catch (error) {
      said.textContent = ended(error, file);
      said.classList.toggle("error", !(error instanceof Stopped));
    } finally {
      going = null;
      show(false);
      input.value = "";
    }
  }

  function show(busy) {
    bar.hidden = stop.hidden = !busy;
    input.disabled = busy;
    button.hidden = busy;
    if (busy) said.classList.remove("error");
  }

  let lastSaid = -1;
  function tell(file, { phase, share }) {
    const percent = Math.floor(share * 100);
    bar.value = percent;
    const step = phase === "sending" || phase === "converting" ? Math.floor(percent / 10) : phase;
    if (step === lastSaid) return; // a screen reader hears every tenth part
    lastSaid = step;
    said.textContent = filled(words[phase], { name: file.name, share: percent });
  }

  function ended(error, file) {
    if (error instanceof Stopped) return filled(words.stopped, { name: file.name });
    return (error instanceof Refused && error.message) || filled(words.failed, { name: file.name });
  }

  input.addEventListener("change", () => take(input.files[0]));
  stop.addEventListener("click", () => {
    going?.abort();
    input.disabled = false;
    button.hidden = false;
    input.focus();
  });
  whole.addEventListener("dragover", (event) => event.preventDefault());
  whole.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  return whole;
}
