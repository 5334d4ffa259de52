// The places of the leader's view that have a module of their own: `mount(element, context)`.

import { mount as attendance } from "./attendance.js";

export const PLACES = { attendance };
