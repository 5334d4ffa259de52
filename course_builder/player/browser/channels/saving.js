// When to send what has changed: soon after a change, at once when the page is hidden (it may never come back),
// every few minutes so that the portal does not end the session, and again and again after a failure.

const SOON = 1000;
const KEEP_ALIVE = 5 * 60 * 1000;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60 * 1000;

/**
 * `send()` tells (or promises) whether all is kept; `hear("saving" | "saved" | "failed")` is for the learner's eyes.
 * What comes while something is sent goes with the next: only the last one may say that all is saved.
 */
export function saving(send, hear) {
  let timer = null;
  let turn = 0;
  let retry = FIRST_RETRY;
  let stopped = false;

  function plan(delay) {
    clearTimeout(timer);
    timer = setTimeout(now, delay);
  }

  async function now() {
    clearTimeout(timer);
    timer = null;
    if (stopped) return;
    const mine = (turn += 1);
    const kept = await send();
    if (stopped) return;
    const last = mine === turn && timer === null;
    if (last || !kept) hear(kept ? "saved" : "failed");
    if (!kept) plan(retry);
    retry = kept ? FIRST_RETRY : Math.min(retry * 2, LAST_RETRY);
  }

  const whenHidden = () => document.visibilityState === "hidden" && now();
  document.addEventListener("visibilitychange", whenHidden);
  addEventListener("online", now);
  const pulse = setInterval(now, KEEP_ALIVE);

  return {
    now,
    soon() {
      hear("saving");
      if (timer === null || retry > FIRST_RETRY) plan(SOON);
      retry = FIRST_RETRY; // somebody is at work: the next tries come close again
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(pulse);
      document.removeEventListener("visibilitychange", whenHidden);
      removeEventListener("online", now);
    },
  };
}
