// Captions beside a film: type and press Enter, then mend line by line. Saved within two seconds, with a copy in the browser until then.
import { captionSaver } from "./caption_saving.js";
import { captionRow } from "./caption_row.js";
import { cut, clock, inOrder, joined, moved, timed } from "./cue_times.js";
import { element, filled } from "./element.js";

export function mountCaptions(page, words) {
  const root = page.getElementById("captioning");
  if (!root) return;
  const facts = JSON.parse(page.getElementById("caption-facts").textContent);
  const part = (name) => root.querySelector(`[data-${name}]`);
  const [video, typed, list] = [root.querySelector("video"), root.querySelector("#words"), part("lines")];
  let lines = facts.lines.map(([start, end, text]) => ({ start, end, text }));
  let problems = facts.problems;
  let started = null;

  const say = (text) => {
    part("said").textContent = text;
  };
  const saver = captionSaver({
    facts,
    words,
    state: part("state"),
    notice: part("notice"),
    lines: () => lines,
    restore: (kept) => change(kept),
    saved: (answer) => {
      problems = answer.problems;
      part("transcript").replaceChildren(...answer.transcript.split("\n\n").filter(Boolean).map((one) => element("p", {}, one)));
      for (const [number, row] of [...list.children].entries()) row.mark(problems[number + 1] ?? []);
    },
  });

  function change(next, focus) {
    lines = inOrder(next);
    draw();
    saver.soon();
    if (focus) row(lines.indexOf(focus.line))?.[focus.what ?? "text"]();
  }

  const row = (number) => list.children[number];

  function draw() {
    list.replaceChildren(...lines.map((line, number) => captionRow({ line, number, words, last: number === lines.length - 1, problems: problems[number + 1] ?? [], act })));
    part("empty").hidden = lines.length > 0;
  }

  const act = {
    edited(line, values) {
      const before = lines.map((one) => one.start).join();
      Object.assign(line, values);
      const sorted = inOrder(lines);
      if (sorted.map((one) => one.start).join() !== before || sorted.some((one, at) => one !== lines[at])) change(sorted, { line, what: "start" });
      else saver.soon();
    },
    play(line) {
      video.currentTime = line.start / 1000;
      video.play();
    },
    split(line, place) {
      const parts = cut(line, place);
      if (!parts) return;
      change(lines.flatMap((one) => (one === line ? parts : [one])), { line: parts[1] });
      say(words.was_split);
    },
    join(line) {
      const next = lines[lines.indexOf(line) + 1];
      const whole = joined(line, next);
      change(lines.filter((one) => one !== next).map((one) => (one === line ? whole : one)), { line: whole });
      say(words.was_joined);
    },
    remove(line) {
      const at = lines.indexOf(line);
      change(lines.filter((one) => one !== line));
      (row(Math.min(at, lines.length - 1)) ?? { text: () => typed.focus() }).text();
      undoable(line);
    },
  };

  function undoable(line) {
    const back = element("button", { type: "button", class: "btn sm" }, words.undo);
    const toast = element("div", { class: "toast", role: "status" }, element("p", {}, words.removed), back);
    back.addEventListener("click", () => {
      toast.remove();
      change([...lines, line], { line });
    });
    part("notice").replaceChildren(toast);
  }

  function add() {
    const text = typed.value.trim();
    if (!text) return;
    const line = timed(text, started ?? video.currentTime * 1000, video.currentTime * 1000);
    typed.value = "";
    started = null;
    change([...lines, line]);
    say(filled(words.added, { number: lines.indexOf(line) + 1, start: clock(line.start), end: clock(line.end) }));
    row(lines.indexOf(line))?.scrollIntoView({ block: "nearest" });
  }

  typed.addEventListener("input", () => {
    if (!typed.value.trim()) started = null;
    else started ??= video.currentTime * 1000;
  });
  typed.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      add();
    } else if (event.key === "Escape") toggle();
  });
  const toggle = () => (video.paused ? video.play() : video.pause());
  const pressed = {
    toggle,
    back: () => {
      video.currentTime = Math.max(0, video.currentTime - 3);
    },
    shift: () => {
      const field = root.querySelector("#shift");
      const seconds = Number(field.value.replace(",", ".").replace("−", "-"));
      if (!field.value.trim() || !Number.isFinite(seconds)) return field.focus();
      change(moved(lines, seconds * 1000));
      say(filled(words.shifted, { seconds: field.value }));
    },
  };
  root.addEventListener("click", (event) => pressed[event.target.closest("[data-do]")?.dataset.do]?.());
  root.querySelector("#bring").addEventListener("change", async (event) => {
    const read = await saver.read(event.target.files[0]);
    if (read) change(read.map(([start, end, text]) => ({ start, end, text })));
  });
  video.addEventListener("timeupdate", () => {
    const now = video.currentTime * 1000;
    const here = lines.filter((line) => line.start <= now && now < line.end);
    part("now").textContent = here.map((line) => line.text).join("\n");
    for (const [number, one] of [...list.children].entries()) one.classList.toggle("here", here.includes(lines[number]));
  });
  draw();
  saver.offer();
}
