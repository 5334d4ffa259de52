// The screen is kept awake while the hour is on, where the browser allows it.

/** `told(awake)` when that changes; a screen that was turned away from is kept awake again when somebody looks. */
export function awake(told = () => {}, world = window) {
  const ask = async () => {
    if (world.document.visibilityState !== "visible") return;
    try {
      const lock = await world.navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => told(false));
      told(true);
    } catch (refused) {
      if (!(refused instanceof Error)) throw refused;
      told(false);
    }
  };
  world.document.addEventListener("visibilitychange", ask);
  ask();
}
