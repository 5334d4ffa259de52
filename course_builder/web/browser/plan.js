// The page of a plan: each change goes to the server alone and the plan comes back whole, so that there is one that counts and draws.
import { copying } from "./plan/copying.js";
import { dragging } from "./plan/dragging.js";
import { keys } from "./plan/keys.js";
import { sending } from "./plan/sending.js";
import { toScale } from "./plan/scale.js";

const board = document.querySelector("[data-board]");
document.documentElement.classList.add("scripted");
copying(document);
if (board) {
  toScale(board);
  const send = sending(board, document.querySelector("[data-status]"));
  keys(board);
  dragging(board, send);
}
