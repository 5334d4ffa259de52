// The places of the leader's view that have a module of their own: `mount(element, context)`.

import { mount as actions } from "./actions.js";
import { mount as attendance } from "./attendance.js";
import { mount as notes } from "./notes.js";

export const PLACES = { actions, attendance, notes };
