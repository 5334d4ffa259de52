// Forms of the plan are sent without leaving the page. What is sent at once waits its turn, so that nothing overtakes anything.
import { toScale } from "./scale.js";
import { focusOn, whereNext } from "./focus.js";

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

  async function post(address, body, focus, form) {
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers: { "X-Part": "board", Accept: "text/html" } });
    } catch {
      return lost();
    }
    if (answer.status === 401 || answer.redirected) return location.reload();
    if (!answer.headers.get("Content-Type")?.startsWith("text/html") || answer.status >= 500) return lost();
    if (answer.ok) form?.reset(); // else what was typed is still there to be put right
    put(await answer.text(), focus);
  }

  function put(html, focus) {
    const typing = typed(board);
    const open = board.querySelector("#add details")?.open;
    board.innerHTML = html;
    if (open) board.querySelector("#add details")?.setAttribute("open", "");
    toScale(board);
    for (const [id, value] of typing) {
      const field = board.querySelector(`#${CSS.escape(id)}`);
      if (field) field.value = value;
    }
    say(board.querySelector("[data-said]")?.textContent ?? "");
    focusOn(board, focus);
  }

  const send = (address, body, focus, form) => {
    last = last.then(() => post(address, body, focus, form));
  };

  board.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.action.endsWith("/longer")) return;
    event.preventDefault();
    if (submitter?.value === "minutes" && !isNew(form.elements.minutes)) return;
    const body = new FormData(form);
    if (submitter?.name) body.append(submitter.name, submitter.value);
    send(form.action, body, whereNext(form, submitter), submitter?.value === "add" ? form : null);
  });
  board.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches(".agenda input[name=minutes]:not([id^=own-])")) return;
    if (field.dataset.sent !== field.value && /^\d+$/.test(field.value.trim()) && field.value.trim() !== field.defaultValue)
      field.form.requestSubmit(field.form.querySelector("[value=minutes]"));
  });
  return send;
}

// Enter in a field is a change and a submission: it is sent once.
function isNew(field) {
  if (field.dataset.sent === field.value) return false;
  field.dataset.sent = field.value;
  return true;
}

// What is being typed elsewhere while an answer comes is not lost.
function typed(board) {
  const changed = [...board.querySelectorAll(KEPT)].filter((one) => one.id && "value" in one && one.value !== one.defaultValue && one.value !== one.dataset.sent);
  return changed.filter((one) => (one.id.startsWith("own-") && one.tagName !== "SELECT") || one === document.activeElement).map((one) => [one.id, one.value]);
}
