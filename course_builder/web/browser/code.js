// Typing the code. When somebody has guessed often at this address, each try brings a small sum with it; the phone does it by itself.

import { ask } from "./phone/ask.js";
import { work } from "./phone/work.js";

const WORK_FIRST = 428;
const TIMES = 5; // the sum may grow while it is done

const form = document.querySelector("form[data-code]");
const input = form.elements.code;
const said = document.getElementById("said");

function say(text, wrong) {
  said.textContent = text;
  said.className = wrong ? "error" : "";
  input.toggleAttribute("aria-invalid", Boolean(wrong));
}

async function tried() {
  const code = input.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  let answer = await ask(form.dataset.code, { code });
  for (let time = 0; time < TIMES && answer.status === WORK_FIRST; time += 1) {
    const { sum, bits } = answer.body;
    answer = await ask(form.dataset.code, { code, sum, number: await work(sum, code, bits) });
  }
  return answer;
}

async function enter() {
  say(form.dataset.working);
  const { status, body } = await tried();
  if (status === 200) location.assign(body.address);
  else {
    say(body?.error || form.dataset.away, true);
    input.focus();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
