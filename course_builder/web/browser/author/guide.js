// The five steps of a first course: put away for good, and the last one ticked once the course has been tried. And the
// instruction over a text that nobody has written in, which goes when somebody does.

export function mountGuide(desk) {
  const { facts } = desk;
  const guide = document.querySelector("[data-guide]");
  const name = (what) => `author:${what}:${facts.mark}`;

  desk.on("saved", ({ path }) => path === facts.path && document.querySelector("[data-hint]")?.remove());

  const tried = `${name("tried")}:${facts.course}`;
  for (const link of document.querySelectorAll("[data-tried]")) link.addEventListener("click", () => localStorage.setItem(tried, "yes"));
  if (!guide) return;
  if (localStorage.getItem(name("guide"))) return guide.remove();

  const last = guide.querySelector("[data-tried-step]");
  if (localStorage.getItem(tried)) {
    last.classList.add("done");
    last.querySelector("[data-done]").hidden = false;
    last.querySelector("[data-left]").hidden = true;
    last.querySelector("[data-state]").textContent = guide.querySelector(".done [data-state]")?.textContent ?? "";
  }
  guide.querySelector("[data-guide-away]").addEventListener("click", () => {
    localStorage.setItem(name("guide"), "away");
    guide.remove();
    document.getElementById("main").focus();
  });
}
