// Times as they are written: `3:20` left, `14:39` on a clock, `15.00` in a sentence, and as they are said.

import { filled } from "../dom.js";

const two = (number) => String(number).padStart(2, "0");

/** Milliseconds as minutes and seconds, rounded up: 0:00 is when nothing is left. */
export function left(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** Of a film: whole seconds that have gone. */
export const gone = (seconds) => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`;

// A computer may be set to another zone than the meeting's.
const IN_SWEDEN = { timeZone: "Europe/Stockholm" };
const CLOCK = new Intl.DateTimeFormat("sv-SE", { ...IN_SWEDEN, hour: "2-digit", minute: "2-digit" });

export const onClock = (moment) => CLOCK.format(moment);

/** `10 december`. */
export const onDay = (moment, language) => new Date(moment).toLocaleDateString(language, { ...IN_SWEDEN, day: "numeric", month: "long" });

/** In a sentence. */
export const written = (moment, language) => (language === "en" ? onClock(moment) : onClock(moment).replace(":", "."));

/** What is said of a length: `3 minuter 20 sekunder`, in steps of ten seconds when there are minutes. */
export function spoken(milliseconds, words) {
  const seconds = Math.ceil(milliseconds / 1000);
  const whole = seconds >= 60 ? Math.round(seconds / 10) * 10 : seconds;
  const minutes = Math.floor(whole / 60);
  const parts = [];
  if (minutes) parts.push(minutes === 1 ? words.say_minute : filled(words.say_minutes, { n: minutes }));
  if (whole % 60 || !minutes) parts.push(filled(words.say_seconds, { n: whole % 60 }));
  return parts.join(" ");
}
