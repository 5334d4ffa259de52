// What says where the film is: its players, or, for a film that is only a link, a time that nobody plays.

/** `{now, length, seek(seconds), run(), on(fn)}`; `use("described")` changes which film it speaks of. */
export function openClock(figure, kept) {
  const players = new Map([...figure.querySelectorAll("[data-player]")].map((video) => [video.dataset.player, video]));
  const heard = [];
  const told = () => heard.forEach((fn) => fn());
  let which = "film";
  let linked = 0;

  const video = () => players.get(which) ?? null;
  const measured = (one) => (Number.isFinite(one?.duration) ? one.duration : 0);
  const clock = {
    get which() {
      return which;
    },
    get now() {
      return video() ? video().currentTime : linked;
    },
    get length() {
      return clock.lengthOf(which);
    },
    get video() {
      return video();
    },
    lengthOf: (name) => measured(players.get(name)) || Number((players.get(name) ?? figure).dataset.length) || 0,
    seek(seconds) {
      const to = Math.min(Math.max(0, seconds), clock.length || seconds);
      if (video()) video().currentTime = to;
      linked = to;
      kept.set(which, to);
      told();
    },
    run() {
      if (!video()) return;
      if (video().paused) video().play().catch(told);
      else video().pause();
    },
    use(name) {
      video()?.pause();
      which = name;
      for (const [one, player] of players) player.hidden = one !== name;
      told();
    },
    on: (fn) => heard.push(fn),
  };

  for (const [name, player] of players) {
    for (const what of ["timeupdate", "seeked", "play", "pause", "loadedmetadata", "ended"]) player.addEventListener(what, told);
    player.addEventListener("timeupdate", () => kept.set(name, player.currentTime));
    player.addEventListener("loadedmetadata", () => kept.has(name) && (player.currentTime = kept.get(name)), { once: true });
    player.addEventListener("click", clock.run);
    for (const track of player.textTracks) track.mode = track === player.textTracks[0] ? "showing" : "disabled";
  }
  if (!players.size) linked = kept.get("film") ?? 0;
  return clock;
}
