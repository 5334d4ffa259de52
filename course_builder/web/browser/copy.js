// A button that copies the text of the element it names, and says so.

for (const button of document.querySelectorAll("[data-copy]")) {
  const place = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(place.innerText);
      status.textContent = button.dataset.done;
    } catch {
      // No clipboard without https: then the text is marked, and the keyboard copies it.
      getSelection().selectAllChildren(place);
      status.textContent = button.dataset.not;
    }
  });
}
