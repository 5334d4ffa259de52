// What has been noted at the hour as the server has it, asked for again when the network is back or the hour moves on.

const AGAIN = 15000;

/** `take(told)` is called with each answer. Without a server there is nobody to ask. -> fetchAll() */
export function followed(context, take) {
  const { data } = context;
  if (!data.server) return () => {};
  let timer = 0;

  async function fetchAll() {
    clearTimeout(timer);
    const answer = await fetch(`${data.server.base}/followed`, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    const told = answer && answer.ok ? await answer.json().catch(() => null) : null;
    if (told) take(told);
    else timer = setTimeout(fetchAll, AGAIN);
  }

  let at = null;
  context.on((what, stage) => {
    if (what !== "stage" || !stage || stage.at === at) return;
    at = stage.at;
    fetchAll();
  });
  addEventListener("online", fetchAll);
  fetchAll();
  return fetchAll;
}
