// Nothing that is tried in the preview is kept, and nobody hears of it.

export function forgetful() {
  return {
    limit: Infinity,
    start: async () => ({ mastery: null, tell: "", clear: null }),
    load: () => ({ state: "", verdict: null }),
    save() {},
    report() {},
    finish: () => true,
  };
}
