// Hands on one screen: keys and a presenter's remote, and the bar that goes when nobody moves.

const REST = 4000; // milliseconds without a hand on mouse or keys

/** A presenter's remote types PageDown, PageUp, and `b` or `.` for a dark screen. */
export function keys(press) {
  const does = {
    PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back", b: "blank", ".": "blank", t: "calm", k: "film", m: "more", o: "overview",
  }; // prettier-ignore
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const typing = event.target.closest("select, input");
    const name = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!name || typing || (event.key === " " && event.target.closest("button, a"))) return;
    event.preventDefault();
    press(name);
  });
}

/** The bar goes when nobody has moved for a while, and comes back with a hand or with the focus. */
export function hiding(bar) {
  let timer = null;
  const wake = () => {
    bar.classList.remove("away");
    clearTimeout(timer);
    timer = setTimeout(() => bar.classList.add("away"), REST);
  };
  for (const name of ["pointermove", "pointerdown", "focusin"]) addEventListener(name, wake);
  wake();
}
