// The single view of the hour: one classic script.
