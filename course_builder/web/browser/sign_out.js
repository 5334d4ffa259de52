// Signing out takes everything with it that waits in this browser. What would be lost is told of first.

const waiting = (mark) => Object.keys(localStorage).filter((name) => name.startsWith(`${mark}:`));

function kept(mark) {
  try {
    return mark ? waiting(mark) : [];
  } catch {
    return []; // a browser that keeps nothing has nothing to lose
  }
}

const form = document.querySelector("[data-sign-out]");
const dialog = document.getElementById("unsent");
const mark = form.dataset.signOut;

function leave() {
  for (const name of kept(mark)) localStorage.removeItem(name);
  form.submit();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (kept(mark).length) dialog.showModal();
  else form.submit(); // in a course no form is sent by itself
});
dialog.querySelector("[value=stay]").addEventListener("click", () => dialog.close());
dialog.querySelector("[value=leave]").addEventListener("click", leave);
