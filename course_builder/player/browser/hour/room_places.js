// The places of the room's screen that have a module of their own: `mount(element, context)`.

export const PLACES = {};
