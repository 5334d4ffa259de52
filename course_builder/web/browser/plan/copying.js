// "Kopiera texten": into the clipboard where the browser lets us, else marked for Ctrl+C.
export function copying(page) {
  for (const button of page.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = page.getElementById(button.dataset.copy);
      text.select();
      let words = button.dataset.done;
      try {
        await navigator.clipboard.writeText(text.value);
      } catch {
        words = button.dataset.byHand;
      }
      page.querySelector("[data-status]").textContent = words;
    });
  }
}
