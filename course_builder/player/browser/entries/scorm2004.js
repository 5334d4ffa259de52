import { scorm2004 } from "../channels/scorm2004.js";
import { play } from "../player.js";

play(scorm2004());
