// The course's own State document. It is written only over what we have seen: another window may have been there since.

const NEW = { "If-None-Match": "*" };
const CHANGED = [409, 412];

/** `ask(init)` sends one request about the document. */
export function ownDocument(ask) {
  let only = NEW;
  const over = (answer, otherwise) => {
    const tag = answer.headers.get("ETag");
    return tag ? { "If-Match": tag } : otherwise;
  };

  // Only 404 means that there is none: one that cannot be read must not be written over.
  async function read() {
    const found = await ask({});
    if (found.status === 404) return {};
    if (!found.ok) throw new Error(`State: ${found.status}`);
    only = over(found, {});
    return found.json();
  }

  function put(content) {
    const headers = { "Content-Type": "application/json", ...only };
    only = {}; // until we know how this one went
    return ask({ method: "PUT", headers, body: JSON.stringify(content), keepalive: true });
  }

  async function attempt(content) {
    const before = only;
    const answer = await put(content);
    only = answer.ok ? over(answer, {}) : before;
    return answer;
  }

  // A portal elsewhere may let no such header in, and then there is no answer: `put` has left it out of the next one.
  async function write(content) {
    const answer = await attempt(content).catch(() => attempt(content));
    if (!CHANGED.includes(answer.status)) return answer.ok;
    const found = await ask({});
    only = found.status === 404 ? NEW : over(found, { "If-Match": "*" });
    return (await attempt(content)).ok;
  }

  return { read, put, write: (content) => write(content).catch(() => false) };
}
