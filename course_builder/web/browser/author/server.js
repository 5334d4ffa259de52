// One request to the server, and what its answer means for whoever waits for it.

const header = () => document.querySelector("meta[name=csrf]");

/** -> {status, data}; status 0 when no answer came. */
export async function ask(address, { method = "GET", body, keepalive = false } = {}) {
  const headers = { Accept: "application/json", "X-CSRF-Token": header()?.content ?? "" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(address, { method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store", redirect: "error" });
    return { status: answer.status, data: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0, data: {} };
  }
}

/** Who is signed in now: "same" (the page's token is renewed), "other", "out" or "away". */
export async function whoIsIn(mark) {
  const { status, data } = await ask("/write/token");
  if (status === 401) return "out";
  if (status !== 200) return "away";
  if (data.mark !== mark) return "other";
  if (header()) header().content = data.csrf;
  return "same";
}
