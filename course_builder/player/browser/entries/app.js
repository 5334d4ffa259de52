import { app } from "../channels/app.js";
import { play } from "../player.js";

play(app());
