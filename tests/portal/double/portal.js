// The portal's page: makes the object, late if asked to, and opens the course in the window the test wants.

import { rules12 } from "./rules12.js";
import { rules2004 } from "./rules2004.js";
import { strict } from "./strict.js";

const config = JSON.parse(document.getElementById("config").textContent);
const settings = { autocommit: false, logLevel: 5, lmsCommitUrl: false };
let told = 0;
window.portal = config; // a test may change how the portal behaves under way

const waiting = [];
let leaving = false;

// Gathered while the page lives, because a browser holds few beacons at a time; one by one when it is being closed.
function tell(what) {
  told += 1;
  waiting.push({ number: told, at: Date.now(), ...what });
  if (leaving) send();
  else if (waiting.length === 1) setTimeout(send, 10);
}

function send() {
  if (!waiting.length) return;
  const body = JSON.stringify(waiting.splice(0));
  if (leaving) navigator.sendBeacon(`${config.home}/tell`, body);
  else fetch(`${config.home}/tell`, { method: "POST", body });
}

addEventListener("pagehide", () => {
  leaving = true;
  send();
});

function object() {
  const is12 = config.version === "1.2";
  const inner = is12 ? new Scorm12API(settings) : new Scorm2004API(settings);
  inner.loadFromFlattenedJSON(config.stored);
  return strict(inner, is12 ? rules12 : rules2004, config, tell);
}

const name = config.version === "1.2" ? "API" : "API_1484_11";
const other = config.version === "1.2" ? "API_1484_11" : "API";

// A portal for both versions has both objects; touching the wrong one is a fault.
if (config.both) {
  window[other] = new Proxy({}, { get: (_, verb) => () => tell({ verb: String(verb), args: [], result: "", error: "0", violation: `${other} was touched` }) });
}
if (config.late) setTimeout(() => (window[name] = object()), config.late);
else window[name] = object();

document.body.insertAdjacentHTML("beforeend", config.frame);
document.getElementById("open")?.addEventListener("click", () => window.open(config.course, "course", "width=1000,height=700"));
