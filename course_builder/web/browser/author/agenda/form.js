// The agenda of an hour: what is added, moved or renamed here is so in the outline too.

const NAMED = "[data-list=agenda] > [data-items] > li > * [data-field=title]";

export function agendaForm(desk, form) {
  if (!form.box.matches("[data-hour]")) return;
  const list = form.box.querySelector("[data-list=agenda]");
  const order = () => [...list.querySelectorAll("[data-item]")].map((item) => item.dataset.item).join();
  let shown = order();
  let renamed = false;
  list.addEventListener("input", (event) => (renamed = renamed || event.target.matches(NAMED)));
  form.changed(() => {
    if (order() === shown && !renamed) return;
    shown = order();
    renamed = false;
    desk.emit("structure", { mine: true });
  });
}
