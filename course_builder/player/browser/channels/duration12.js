const HUNDREDTHS_AN_HOUR = 360000;
const MOST = 10000 * HUNDREDTHS_AN_HOUR - 1;

/** HHHH:MM:SS.SS */
export function duration(seconds) {
  const hundredths = Math.min(Math.round(seconds * 100), MOST);
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `${two(hundredths / HUNDREDTHS_AN_HOUR)}:${two((hundredths / 6000) % 60)}:${two((hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
