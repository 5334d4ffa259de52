// One request of a phone. Whatever the network does becomes a status; 0: nobody was reached.

const PATIENCE = 15000;

/** -> {status, body} */
export async function ask(address, body, headers = {}) {
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), PATIENCE);
  const sent = body && { method: "POST", body: JSON.stringify(body), headers: { ...headers, "Content-Type": "application/json" } };
  try {
    const answer = await fetch(address, { headers, credentials: "omit", cache: "no-store", signal: gone.signal, ...sent });
    const json = answer.headers.get("Content-Type")?.includes("json") && answer.status !== 304;
    const told = json ? await answer.json() : null;
    // A network that wants a click first answers with a page of its own.
    return { status: answer.ok && !json && answer.status !== 304 ? 0 : answer.status, body: told, etag: answer.headers.get("ETag") };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}
