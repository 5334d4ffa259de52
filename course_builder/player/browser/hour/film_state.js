// The film as the stage knows it: which version, where, and whether it plays. The room's window plays it.

const NEW = { version: "plain", captions: true, playing: false, t: 0, stop: null };

/** Seconds into the film at `now`. */
export function filmAt(film, now) {
  return film.playing ? film.t + Math.max(0, now - film.set) / 1000 : film.t;
}

/** The film after `{do, ...}`. Another step's film begins anew; so does another version, whose times are others. */
export function filmed(film, command, now) {
  const was = film && (!command.step || film.step === command.step) ? film : { ...NEW, step: command.step, set: now };
  const then = { ...was, t: filmAt(was, now), set: now };
  return Object.hasOwn(DOES, command.do) ? DOES[command.do](then, command) : was;
}

const DOES = {
  play: (film) => ({ ...film, playing: true, stop: null }),
  pause: (film) => ({ ...film, playing: false }),
  seek: (film, { t }) => ({ ...film, t: Math.max(0, t), stop: null }),
  replay: (film, { t = 0 }) => ({ ...film, t, playing: true, stop: null }),
  version: (film, { version, t = 0 }) => ({ ...film, version, t, playing: false, stop: null }),
  captions: (film, { on = !film.captions }) => ({ ...film, captions: on }),
  /** The room's window has come to a pause of the film. */
  stop: (film, { stop, t = film.t }) => ({ ...film, playing: false, stop, t }),
  continue: (film) => ({ ...film, playing: true, stop: null }),
};
