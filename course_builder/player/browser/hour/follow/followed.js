// What has been noted at the hour as the server has it, asked for again when the other leader has noted something, when the
// network is back and when the hour moves on.

const AGAIN = 15000;
const NOTED = ["actions", "notes"];
const asked = new WeakMap(); // context -> those who want to hear: one question for all of them

/** `take(told)` is called with each answer. Without a server there is nobody to ask. */
export function followed(context, take) {
  if (!context.data.server) return;
  if (asked.has(context)) asked.get(context).push(take);
  else asking(context, [take]);
}

function asking(context, takers) {
  let timer = 0;
  let at = null;
  let turn = 0; // an answer that was asked for earlier may come later, and knows less
  asked.set(context, takers);

  async function ask() {
    clearTimeout(timer);
    const mine = (turn += 1);
    const answer = await fetch(`${context.data.server.base}/followed`, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    const told = answer && answer.ok ? await answer.json().catch(() => null) : null;
    if (mine !== turn) return;
    if (told) for (const take of takers) take(told);
    else timer = setTimeout(ask, AGAIN);
  }

  context.on((what, stage) => {
    if (what === "stage" && stage && stage.at !== at) ({ at } = stage);
    else if (!NOTED.includes(what)) return;
    ask();
  });
  addEventListener("online", ask);
  ask();
}
