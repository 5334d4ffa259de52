// Asks the server, and says in one word what became of it.

const TRY_AGAIN = [408, 425, 429];
const NOT_HERS = [401, 403];
const PATIENCE = 30000; // a connection that went without a word would be waited for, and all that comes after with it
const MOST_ALIVE = 30000; // browsers let no more than 64 kB outlive their page

/**
 * `ask(what, body)` sends the body, or reads when there is none:
 * {how: "kept" | "refused" | "later" | "away", ...reply}. "away": she is no longer signed in.
 */
export function server(token) {
  function sending(body) {
    const text = JSON.stringify(body);
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": token };
    return { method: "POST", headers, body: text, keepalive: text.length < MOST_ALIVE };
  }

  return async (what, body) => {
    const gone = new AbortController();
    const timer = setTimeout(() => gone.abort(), PATIENCE);
    try {
      const answer = await fetch(what, { redirect: "error", signal: gone.signal, ...(body && sending(body)) });
      if (NOT_HERS.includes(answer.status)) return { how: "away" };
      if (answer.status >= 500 || TRY_AGAIN.includes(answer.status)) return { how: "later", status: answer.status };
      // A network that wants a click first answers with a page of its own: then there is no JSON to read.
      return { ...(await answer.json()), how: answer.ok ? "kept" : "refused", status: answer.status };
    } catch {
      return { how: "later" };
    } finally {
      clearTimeout(timer);
    }
  };
}
