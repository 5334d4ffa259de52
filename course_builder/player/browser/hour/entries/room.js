// The room's view of the hour: one classic script.
