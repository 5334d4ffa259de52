// Times of a film in the version that is shown: where it stops, what is said when, and where another version is at the same moment.

import { across } from "../film/clock.js";

const JUST = 0.05; // seconds: a film that goes on from a stop does not stop there again

/** The version as the room plays it, in its own seconds; a version that there is none of is the film itself. */
export function reel(talk, name) {
  const version = talk.versions[name] || talk.versions.plain;
  const here = (time) => across(version.pairs, time, 0, 1);
  return {
    src: version.src,
    url: version.url,
    length: version.length,
    stops: talk.stops.map((stop) => ({ ...stop, at: here(stop.at) })),
    cues: version.cues || talk.versions.plain.cues.map(([from, to, text]) => [here(from), here(to), text]),
  };
}

/** Seconds of one version as seconds of another. */
export function moved(talk, from, to, time) {
  const pairs = (name) => (talk.versions[name] || talk.versions.plain).pairs;
  return across(pairs(to), across(pairs(from), time, 1, 0), 0, 1);
}

/** The stop that lies between where the film was sent off and where it is, or null. */
export const crossed = (stops, from, time) => stops.find((stop) => stop.at > from + JUST && stop.at <= time) || null;

/** Seconds of the next stop after a moment; Infinity when there is none. */
export const nextStop = (stops, from) => Math.min(...stops.filter((stop) => stop.at > from + JUST).map((stop) => stop.at));

/** What is said or heard at a moment. */
export const said = (cues, time) => cues.filter(([from, to]) => from <= time && time < to).map((cue) => cue[2]).join("\n");
