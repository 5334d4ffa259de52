// Minutes and places on the scale stand in the markup; here they become lengths.
export function toScale(board) {
  for (const one of board.querySelectorAll("[data-m]")) one.style.setProperty("--m", one.dataset.m);
  for (const one of board.querySelectorAll("[data-at]")) one.style.setProperty("--at", `${one.dataset.at}%`);
}
