// The single view of the hour: one classic script.
import { link } from "../link.js";
import { pageData } from "../page_data.js";
import { room } from "../room.js";
import { single } from "../single.js";

const data = pageData(document.getElementById("hour").textContent);
const line = link(data);
single(document.querySelector("[data-is=bar]"), data, line, room(document.querySelector("[data-is=room]"), data, line));
