// A film on another site: it opens in a tab of its own, and the person tells us when it has reached a stop.

export function link(film) {
  film.actions.arrived = (press) => {
    const card = press.closest("[data-is=pause]");
    card.classList.add("here");
    press.hidden = true;
    card.focus();
  };
  film.actions.watched = () => film.see(true);
}
