// Questions to the phones, as the server is told of them. Absolute values: what is sent twice is done once.

const PATIENCE = 10000;

/** -> {open(asked), change(id, how), lock(locked), evaluate()}; each resolves to {ok, error, ...what the server says}. */
export function polling(server) {
  async function post(address, body) {
    const gone = new AbortController();
    const timer = setTimeout(() => gone.abort(), PATIENCE);
    try {
      const headers = { "Content-Type": "application/json", "X-CSRF-Token": server.csrf };
      const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin", signal: gone.signal });
      return { ...(await answer.json()), ok: answer.ok };
    } catch {
      return { ok: false };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    open: (asked) => post(server.rounds, { id: newId(), ...asked }),
    change: (id, how) => post(`${server.rounds}/${id}`, how),
    lock: (locked) => post(`${server.rounds}/lock`, { locked }),
    evaluate: () => post(`${server.rounds}/evaluation`, {}),
  };
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
