// One sentence to the writer, with a button when there is something to do about it.

export function telling(box) {
  return (text, button, act) => {
    if (!box) return;
    const said = Object.assign(document.createElement("p"), { textContent: text });
    box.replaceChildren(said);
    box.hidden = false;
    if (!button) return;
    const pressed = Object.assign(document.createElement("button"), { type: "button", className: "btn sm", textContent: button });
    pressed.addEventListener("click", act);
    box.append(pressed);
  };
}
