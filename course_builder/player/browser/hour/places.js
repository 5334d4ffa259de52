// The places of the leader's view that have a module of their own: `mount(element, context)`. A kit has no list and no phones.

import { mount as actions } from "./actions.js";
import { mount as attendance } from "./attendance.js";
import { mount as check } from "./check.js";
import { mount as count } from "./kit/count.js";
import { mount as summary } from "./kit/summary.js";
import { mount as notes } from "./notes.js";
import { mount as polls } from "./polls.js";

export const places = (data) => (data.server ? { check, actions, attendance, notes, polls } : { check, actions, attendance: count, notes, summary });
