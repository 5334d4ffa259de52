// The editor's page. One file for each thing that it does; each is given the desk, where everything is saved.

import { mountCopies } from "./author/copies.js";
import { mountComments } from "./author/comments.js";
import { mountConflict } from "./author/conflict.js";
import { openDesk } from "./author/desk.js";
import { mountForms } from "./author/fields.js";
import { mountFrame } from "./author/frame.js";
import { mountGuide } from "./author/guide.js";
import { mountLeaving } from "./author/leaving.js";
import { mountOthers } from "./author/others.js";
import { mountOutline } from "./author/outline.js";
import { mountPicking } from "./author/picking.js";
import { mountPlain } from "./author/plain.js";
import { mountProblems } from "./author/problems.js";
import { mountSaved } from "./author/saved.js";
import { mountSteps } from "./author/steps.js";
import { mountWriting } from "./author/writing.js";

const facts = document.getElementById("desk");
if (facts) {
  const desk = openDesk(JSON.parse(facts.textContent));
  const parts = [mountSaved, mountForms, mountConflict, mountCopies, mountFrame, mountSteps, mountOutline, mountPlain, mountProblems, mountOthers, mountGuide, mountLeaving, mountPicking, mountWriting];
  for (const mount of parts) mount(desk);
  mountComments();
  window.authorDesk = desk; // for the scripts of single parts, and for tests
}
