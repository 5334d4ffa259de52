// Browsers play no sound in a window before somebody has clicked or typed there.

/** `told(unlocked)` now and when it changes. */
export function unlocking(told, world = window) {
  const done = () => Boolean(world.navigator.userActivation && world.navigator.userActivation.hasBeenActive);
  const hear = () => told(true);
  for (const name of ["pointerdown", "keydown"]) world.addEventListener(name, hear, { once: true });
  told(done());
}

/** Three soft notes; `told(heard)` says whether the browser let them out. */
export async function tone(world = window) {
  const Context = world.AudioContext || world.webkitAudioContext;
  if (!Context) return false;
  const sound = new Context();
  if (sound.state !== "running") await Promise.race([sound.resume(), new Promise((done) => world.setTimeout(done, 300))]);
  if (sound.state !== "running") return false;
  [523, 659, 784].forEach((pitch, place) => note(sound, pitch, sound.currentTime + place * 0.35));
  return true;
}

function note(sound, pitch, at) {
  const voice = sound.createOscillator();
  const volume = sound.createGain();
  voice.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.3, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  voice.connect(volume).connect(sound.destination);
  voice.start(at);
  voice.stop(at + 0.65);
}
