// The frame beside the text: what is written is sent at once, one question at a time, and the newest text always wins.

const SOON = 20;
/** Milliseconds after the last key; somebody who types on sees the page follow this often at least. */
const LATEST = 160;

/**
 * `frame` is the iframe; `pointed(line)` is called when somebody presses a paragraph in it, `told(reply)` with the
 * problems and the state of the text that was shown.
 */
export function mountPreview(frame, { address, path, at = "", token, pointed, told }) {
  const own = new URL(`${address}/preview`, location.href);
  let ready = false;
  let waiting = null; // the text that has not been sent yet
  let asking = false;
  let since = 0;
  let timer = null;
  let number = 0;
  let line = 0;
  let shown = null;

  const tell = (message) => frame.contentWindow?.postMessage(message, location.origin);

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    if (data.preview === "ready") begin();
    if (data.preview === "line") pointed?.(data.line);
    if (data.preview === "shown") Object.assign(frame.dataset, { shown: data.number, stamp: data.stamp });
  });

  // A frame that was loaded anew has forgotten what it showed.
  function begin() {
    ready = true;
    if (shown) tell(shown);
    if (line) tell({ preview: "line", line });
    ask();
  }

  async function ask() {
    if (!ready || asking || !waiting) return;
    const sent = waiting;
    waiting = null;
    asking = true;
    try {
      const answer = await fetch(own, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRF-Token": token() },
        body: JSON.stringify({ path, at, text: sent.text, jobs: sent.jobs }),
      });
      if (answer.ok) put(await answer.json(), sent);
    } catch {
      // The desk says that the server is away; the preview shows what it showed.
    }
    asking = false;
    ask();
  }

  function put(reply, sent) {
    number += 1;
    shown = { preview: "show", number, stamp: sent.stamp, html: reply.html ?? "", page: reply.page, title: reply.title, language: reply.language, note: reply.capped ?? reply.waits ?? "" };
    tell(shown);
    if (!waiting) told?.(reply);
  }

  frame.src = `${own}/page?${new URLSearchParams({ path, at })}`;

  return {
    /** What stands in the editor now; null for what is saved, with the edits of a form that are on their way. */
    show(text, jobs = []) {
      const now = performance.now();
      if (!waiting && !timer) since = now;
      waiting = { text, jobs, stamp: now };
      clearTimeout(timer);
      const rest = Math.max(0, Math.min(SOON, since + LATEST - now));
      timer = setTimeout(() => {
        timer = null;
        since = performance.now();
        ask();
      }, rest);
    },
    line(chosen) {
      if (chosen === line) return;
      line = chosen;
      if (ready) tell({ preview: "line", line });
    },
  };
}
