// Comments in a margin: the server's own list, put in place and asked for again when something has been said.

const PART = "X-Part";

function headers(box) {
  return {
    [PART]: "kept" in box.dataset ? "draft" : "file",
    "X-CSRF-Token": document.querySelector("meta[name=csrf]")?.content ?? "",
  };
}

async function show(box, answer) {
  if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
  box.innerHTML = await answer.text();
}

/** Where the reader was goes on: at the comment that was answered or settled, else at the list. */
function goOn(box, id) {
  (document.getElementById(id) ?? box).focus();
  const said = document.querySelector("[data-said]");
  if (said) said.textContent = box.dataset.done ?? "";
}

/** A form without an answer is sent the ordinary way, so that the reader is told why. */
async function send(box, form) {
  const id = form.closest(".thread")?.querySelector(".said")?.id ?? "";
  try {
    await show(box, await fetch(form.action, { method: "POST", body: new FormData(form), headers: headers(box) }));
    goOn(box, id);
  } catch {
    form.submit();
  }
}

/** `about(block, label)` says which block a new comment is about; null: the whole file. */
export function comments(box) {
  const fetchList = async () => {
    const answer = await fetch(box.dataset.url, { headers: headers(box) });
    if (answer.ok) await show(box, answer);
  };
  box.tabIndex = -1;
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    send(box, event.target);
  });
  if (!("kept" in box.dataset)) fetchList();
  return {
    refresh: fetchList,
    about(block, label) {
      const put = (name, value) => {
        const field = box.querySelector(`[data-${name}-here]`);
        if (field) field.value = value;
      };
      put("block", block ?? "");
      put("quote", label ?? "");
      const line = box.querySelector("[data-about-here]");
      if (line && label) line.textContent = label;
    },
  };
}

export function mountComments(root = document) {
  return [...root.querySelectorAll("[data-comments]")].map(comments);
}
