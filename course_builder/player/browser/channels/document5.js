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

  // A portal elsewhere may let no such header in, and then there is no answer: the next one goes without.
  async function write(content) {
    let answer = await put(content);
    if (CHANGED.includes(answer.status)) {
      const found = await ask({});
      only = found.status === 404 ? NEW : over(found, { "If-Match": "*" });
      answer = await put(content);
    }
    if (answer.ok) only = over(answer, {});
    return answer.ok;
  }

  return { read, put, write: (content) => write(content).catch(() => false) };
}
