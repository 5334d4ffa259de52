// The room's view of the hour: one classic script.
import { link } from "../link.js";
import { pageData } from "../page_data.js";
import { room } from "../room.js";

const data = pageData(document.getElementById("hour").textContent);
room(document.querySelector("[data-is=room]"), data, link(data));
