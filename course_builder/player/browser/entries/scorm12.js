import { scorm12 } from "../channels/scorm12.js";
import { play } from "../player.js";

play(scorm12());
