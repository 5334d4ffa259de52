import { file } from "../channels/file.js";
import { play } from "../player.js";

play(file());
