// The leader's view of the hour: one classic script.
import "../leader.js";
