// Forms of the plan are sent without leaving the page. What is sent at once waits its turn, so that nothing overtakes anything.
import { toScale } from "./scale.js";

const KEPT = "input[name=minutes], [id^=own-]";

export function sending(board, status) {
  let last = Promise.resolve();

  const say = (words) => {
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = words));
  };

  const lost = () => {
    for (const field of board.querySelectorAll("[data-sent]")) delete field.dataset.sent;
    say(board.dataset.lost);
  };

  async function post(address, body, focus) {
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers: { "X-Part": "board", Accept: "text/html" } });
    } catch {
      return lost();
    }
    if (answer.status === 401 || answer.redirected) return location.reload();
    if (!answer.headers.get("Content-Type")?.startsWith("text/html") || answer.status >= 500) return lost();
    put(await answer.text(), focus);
  }

  function put(html, focus) {
    const typing = typed(board);
    const open = board.querySelector("#add details")?.open;
    board.innerHTML = html;
    if (open) board.querySelector("#add details")?.setAttribute("open", "");
    toScale(board);
    for (const [id, value] of typing) if (board.querySelector(`#${CSS.escape(id)}`)) board.querySelector(`#${CSS.escape(id)}`).value = value;
    say(board.querySelector("[data-said]")?.textContent ?? "");
    focusOn(board, focus);
  }

  const send = (form, submitter, focus) => {
    const body = new FormData(form);
    if (submitter?.name) body.append(submitter.name, submitter.value);
    sendBody(form.action, body, focus);
  };
  const sendBody = (address, body, focus) => {
    last = last.then(() => post(address, body, focus));
  };

  board.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.action.endsWith("/longer")) return;
    event.preventDefault();
    if (event.submitter?.value === "minutes") {
      if (form.elements.minutes.dataset.sent === form.elements.minutes.value) return; // Enter is a change and a submission
      form.elements.minutes.dataset.sent = form.elements.minutes.value;
    }
    send(form, event.submitter, after(board, form, event.submitter));
    if (event.submitter?.id === "add-own") form.reset();
  });
  board.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches(".agenda input[name=minutes]")) return;
    if (field.dataset.sent !== field.value && /^\d+$/.test(field.value.trim()) && field.value.trim() !== field.defaultValue) field.form.requestSubmit(field.form.querySelector("[value=minutes]"));
  });
  return sendBody;
}

// What is being typed elsewhere while an answer comes is not lost.
function typed(board) {
  const changed = [...board.querySelectorAll(KEPT)].filter((one) => one.id && one.value !== one.defaultValue && one.value !== one.dataset.sent);
  return changed.filter((one) => one.id.startsWith("own-") || one === document.activeElement).map((one) => [one.id, one.value]);
}

// Where the focus goes: with what moved; from what was removed to what stands in its place.
function after(board, form, submitter) {
  const row = form.closest("[data-step]");
  const by = submitter?.value;
  if (row && (by === "up" || by === "down")) return [submitter.id, `${by === "up" ? "down" : "up"}-${row.dataset.step}`];
  if (row && by === "remove") {
    const near = row.nextElementSibling ?? row.previousElementSibling;
    return near ? [`remove-${near.dataset.step}`] : ["plan"];
  }
  if (by === "minutes") return [document.activeElement?.id].filter(Boolean);
  return [submitter?.id, submitter?.id === "undo" ? "redo" : "undo", "plan"];
}

function focusOn(board, ids) {
  for (const id of ids ?? []) {
    const found = id && board.querySelector(`#${CSS.escape(id)}`);
    if (found && !found.disabled) {
      found.focus();
      if (document.activeElement === found) return;
    }
  }
}
