import { cmi5 } from "../channels/cmi5.js";
import { play } from "../player.js";

play(cmi5());
