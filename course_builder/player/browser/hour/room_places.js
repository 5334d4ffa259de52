// The places of the room's screen that have a module of their own: `mount(element, context)`.

import { mount as here } from "./here.js";
import { mount as join } from "./join.js";
import { mount as results } from "./results.js";

export const PLACES = { here, join, results };
